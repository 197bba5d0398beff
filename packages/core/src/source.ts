import type { BadValues } from "./bad-values.ts";
import type { Input } from "./input.ts";
import type { Column, DecimalMark, SourceFormat, TableSource } from "./table.ts";

/** A column wanted, and as what. Without `as` it is read as the file stores it: numbers as numbers, all else as text. */
export interface ColumnRequest {
  readonly name: string;
  /** "number": every text must be a number. "text": exactly as written, so that long identifiers stay apart. */
  readonly as?: Column["kind"];
  /** Where the plan asks for it; told in the problem if it is missing. */
  readonly planPath?: string;
}

/** How a CSV is written, as far as it is declared; the rest is sniffed. */
export interface CsvOptions {
  readonly delimiter?: string | undefined;
  readonly decimal?: DecimalMark | undefined;
  readonly encoding?: "utf-8" | "latin-1" | undefined;
}

export interface SourceRequest {
  /** All columns where absent. */
  readonly columns: readonly ColumnRequest[] | undefined;
  readonly csv: CsvOptions;
  readonly missing: ReadonlySet<string>;
}

/** What one file holds. */
export interface Part extends Pick<TableSource, "rows" | "firstRow" | "csv"> {
  /** Names of all columns of the file, wanted or not. */
  readonly names: readonly string[];
  readonly columns: ReadonlyMap<string, Column>;
  /** Texts found in columns asked for as numbers. */
  readonly bad: ReadonlyMap<string, BadValues>;
}

/** One format of files. A new format is a new file in `sources/` and one line in `sources.ts`. */
export interface Source {
  readonly format: Exclude<SourceFormat, "memory">;
  /** Whether content that starts so is of this format; `whole` where nothing follows. */
  readonly recognise: (head: Uint8Array, whole: boolean) => boolean;
  readonly read: (input: Input, request: SourceRequest) => Promise<Part>;
}
