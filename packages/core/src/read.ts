import { asRequested } from "./as-requested.ts";
import { expandFiles } from "./expand-files.ts";
import { checkUnchanged, openInput } from "./input.ts";
import { joinParts } from "./join-parts.ts";
import { recogniseFormat } from "./recognise-format.ts";
import { oncePerColumn } from "./select-columns.ts";
import type { ColumnRequest, CsvOptions, Source } from "./source.ts";
import { SOURCES } from "./sources.ts";
import type { Table, TableSource } from "./table.ts";

/** What to read, and how; everything but `files` may be left out. */
export interface ReadRequest {
  /** Files and globs (`*`, `?`, `**`, `[a-z]`, `{a,b}`), read in this order; those of a glob in the order of their names. */
  readonly files: string | readonly string[];
  /** Folder from which relative names start; the working folder where absent. */
  readonly base?: string;
  /** Sniffed from the content where absent. */
  readonly format?: Source["format"] | undefined;
  readonly csv?: CsvOptions | undefined;
  /** Texts that mean a value is missing, compared whole; numbers stored as numbers are compared as written ("-999"). */
  readonly missing?: readonly string[];
  /** The columns to read; all where absent. */
  readonly columns?: readonly ColumnRequest[];
}

/**
 * Reads files as one table, only the columns asked for, and hashes them. Throws an AuditError that carries every problem
 * found where a file or a column cannot be used; nothing is guessed, skipped or repaired.
 *
 * A problem names its file, row and column and shows at most the one value that failed.
 */
export async function readTable(request: ReadRequest): Promise<Table> {
  const names = typeof request.files === "string" ? [request.files] : request.files;
  const files = await expandFiles(names, request.base ?? ".");
  const missing = new Set(request.missing ?? [""]);
  const columns = request.columns === undefined ? undefined : oncePerColumn(request.columns);
  const parts = [];
  for (const file of files) {
    const input = await openInput(file);
    const source = recogniseFormat(input, request.format, SOURCES);
    const part = await source.read(input, { columns, csv: request.csv ?? {}, missing });
    await checkUnchanged(input);
    const { rows, firstRow, csv } = part;
    const described: TableSource = {
      file: file.name,
      format: source.format,
      gzip: input.gzip,
      rows,
      firstRow,
      bytes: input.bytes,
      sha256: input.sha256,
      ...(csv === undefined ? {} : { csv }),
    };
    parts.push({ ...asRequested(part, file.name, columns ?? [], missing, request.csv?.decimal), source: described });
  }
  return joinParts(parts);
}
