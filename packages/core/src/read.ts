import { notNumbers } from "./bad-values.ts";
import { expandFiles } from "./expand-files.ts";
import { checkUnchanged, openInput } from "./input.ts";
import { joinParts } from "./join-parts.ts";
import { numbersAsText, withoutMissing } from "./missing-values.ts";
import { AuditError, type Problem } from "./problems.ts";
import { recogniseFormat } from "./recognise-format.ts";
import { oncePerColumn } from "./select-columns.ts";
import type { ColumnRequest, CsvOptions, Part, Source } from "./source.ts";
import { SOURCES } from "./sources.ts";
import type { Column, DecimalMark, Table, TableSource } from "./table.ts";
import { parseLevels } from "./to-numbers.ts";

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

/** The part with its missing texts missing and its columns of the kinds asked for; throws where a text should be a number and is not. */
function asRequested(
  part: Part,
  file: string,
  requests: readonly ColumnRequest[],
  missing: ReadonlySet<string>,
  declared: DecimalMark | undefined,
): Part {
  const place = (row: number) => ({ file, row: row + part.firstRow });
  const decimal = declared ?? (part.csv === undefined ? "." : part.csv.decimal);
  const wanted = new Map(requests.map(({ name, as }) => [name, as]));
  const problems: Problem[] = [];
  const columns = new Map<string, Column>();
  for (const [name, asRead] of part.columns) {
    const column = withoutMissing(asRead, missing);
    const bad = part.bad.get(name);
    if (bad !== undefined) problems.push(...notNumbers(name, bad, decimal, place));
    const as = wanted.get(name) ?? column.kind;
    if (as === "text" && column.kind === "number") columns.set(name, numbersAsText(column));
    else if (as === "number" && column.kind === "text") {
      const parsed = parseLevels(column, decimal);
      if (parsed.bad.count > 0) problems.push(...notNumbers(name, parsed.bad, decimal, place));
      columns.set(name, parsed.numbers);
    } else columns.set(name, column);
  }
  if (problems.length > 0) throw new AuditError(problems);
  return { ...part, columns };
}
