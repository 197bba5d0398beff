import type { Where } from "./problems.ts";

/** Numbers as read; NaN where the source had none. */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
}

/** Texts as read, coded: `levels[codes[row]]`, or -1 where the source had none. Levels stand in order of first appearance. */
export interface TextColumn {
  readonly kind: "text";
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

export type Column = NumberColumn | TextColumn;

export type SourceFormat = "csv" | "parquet" | "arrow" | "json" | "ndjson" | "memory";
export type DecimalMark = "." | ",";

/** One file (or one object in memory) that rows came from, in the order read. */
export interface TableSource {
  /** The file relative to the base folder, with forward slashes; for an object in memory the name its caller gave it. */
  readonly file: string;
  readonly format: SourceFormat;
  readonly gzip: boolean;
  readonly rows: number;
  /** The number a person gives to the first row of data: 2 below a CSV header, else 1. */
  readonly firstRow: number;
  /** Length of the file as it lies on disk; absent for an object in memory. */
  readonly bytes?: number;
  /** SHA-256 (hex) of the file as it lies on disk; of an object in memory, of its columns as read. */
  readonly sha256: string;
  /** How a CSV was read, whether declared or sniffed. Without evidence for one decimal mark, `decimal` is absent. */
  readonly csv?: {
    readonly delimiter: string;
    /** "windows-1252": Latin-1 with the letters that Windows adds to it ("€", "–"). */
    readonly encoding: "utf-8" | "latin-1" | "windows-1252";
    readonly decimal?: DecimalMark;
  };
}

/** Rows as read, before any of them is judged: typed columns of length `rows`, and where they came from. */
export interface Table {
  readonly rows: number;
  /** In the order of the file, or as asked for. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly sources: readonly TableSource[];
}

/** Where a row of the table lies, as a person counts it in its file: the header of a CSV is row 1, a quoted line break starts no new row. */
export function locate(table: Table, row: number): Required<Pick<Where, "file" | "row">> {
  let first = 0;
  for (const source of table.sources) {
    if (row < first + source.rows) return { file: source.file, row: row - first + source.firstRow };
    first += source.rows;
  }
  throw new RangeError(`row ${row} lies outside a table of ${table.rows} rows`);
}

/** A value as text, or undefined where missing. A number is written as short as it can be without loss (1, not 1.0). */
export function textAt(column: Column, row: number): string | undefined {
  if (column.kind === "text") return column.levels[column.codes[row]!];
  const value = column.values[row]!;
  return Number.isNaN(value) ? undefined : String(value);
}
