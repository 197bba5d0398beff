import { constants, isUtf8 } from "node:buffer";
import { contentOf, failure, type Input, wholeContentOf } from "../input.ts";
import { AuditError } from "../problems.ts";
import { recordColumns } from "../record-columns.ts";
import type { Part, Source, SourceRequest } from "../source.ts";

type JsonRecord = Readonly<Record<string, unknown>>;
const LF = 0x0a;

/** One JSON array of records. */
export const json: Source = {
  format: "json",
  recognise: (head) => startOf(head).startsWith("["),
  async read(input, request) {
    const content = withoutBom(await wholeContentOf(input));
    if (content.length > constants.MAX_STRING_LENGTH) {
      const remedy = "Write one record a line (NDJSON), or Parquet.";
      throw failure(input.name, "FILE_UNREADABLE", "the JSON file is too long to be read at once", remedy);
    }
    const text = textOf(content, input.name, undefined);
    const records = parsed(text);
    if (!Array.isArray(records)) {
      const remedy = "Write an array of records: [{...}, {...}]. A file that is cut off must be written again.";
      throw failure(input.name, "FILE_UNREADABLE", "the file is not one valid JSON array", remedy);
    }
    const columns = recordColumns(input.name, request.columns);
    for (const [index, record] of (records as unknown[]).entries()) {
      if (!isRecord(record)) throw notARecord(input.name, index + 1);
      columns.add(record);
    }
    checkKeys(input.name, text, records[0] as JsonRecord | undefined);
    return withRows(input.name, columns.finish());
  },
};

/** One JSON record a line. */
export const ndjson: Source = {
  format: "ndjson",
  recognise: (head, whole) => recogniseLines(head, whole),
  read: readLines,
};

async function readLines(input: Input, request: SourceRequest): Promise<Part> {
  const columns = recordColumns(input.name, request.columns);
  let line = 0;
  let blankLine: number | undefined;
  const take = (bytes: Uint8Array): void => {
    line++;
    const text = textOf(line === 1 ? withoutBom(bytes) : bytes, input.name, line);
    if (text.trim() === "") {
      blankLine ??= line;
      return;
    }
    if (blankLine !== undefined) throw notARecord(input.name, blankLine);
    const record = parsed(text);
    if (!isRecord(record)) throw notARecord(input.name, line);
    if (line === 1) checkKeys(input.name, text, record);
    columns.add(record);
  };
  let rest: Uint8Array[] = [];
  for await (const piece of contentOf(input)) {
    let from = 0;
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, from)) {
      take(rest.length === 0 ? piece.subarray(from, at) : Buffer.concat([...rest, piece.subarray(from, at)]));
      rest = [];
      from = at + 1;
    }
    rest.push(piece.slice(from));
  }
  if (rest.some((piece) => piece.length > 0)) take(Buffer.concat(rest));
  return withRows(input.name, columns.finish());
}

function recogniseLines(head: Uint8Array, whole: boolean): boolean {
  const start = startOf(head);
  if (!start.startsWith("{")) return false;
  const end = start.indexOf("\n");
  return end < 0 && !whole ? true : isRecord(parsed(end < 0 ? start : start.slice(0, end)));
}

/**
 * The value, or undefined where the text is not JSON. Integers of 16 digits and more become texts: as numbers, two
 * identifiers that differ in the last digit would be one.
 */
function parsed(text: string): unknown {
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gu;
  const exact = /\d{16}/u.test(text)
    ? text.replaceAll(tokens, (token) => (/^-?\d{16,}$/u.test(token) ? `"${token}"` : token))
    : text;
  try {
    return JSON.parse(exact);
  } catch {
    return undefined;
  }
}

/** A key written twice in the first record: the second value would silently replace the first. */
function checkKeys(file: string, text: string, record: JsonRecord | undefined): void {
  if (record === undefined) return;
  const first = text.slice(text.indexOf("{") + 1, text.indexOf("}"));
  if (first.includes("{")) return;
  const seen = new Set<string>();
  for (const [, key] of first.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")\s*:/gu)) {
    const name = String(JSON.parse(key!));
    if (seen.has(name)) {
      const remedy = "Give each column a name of its own.";
      const where = { file, row: 1, column: name };
      throw new AuditError([{ code: "COLUMN_DUPLICATE", where, what: "the record has this key twice", remedy }]);
    }
    seen.add(name);
  }
}

function textOf(bytes: Uint8Array, file: string, row: number | undefined): string {
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const where = row === undefined ? { file } : { file, row };
  const what = "the text is not written in UTF-8, as JSON must be";
  throw new AuditError([{ code: "ENCODING_INVALID", where, what, remedy: "Export the data again in UTF-8." }]);
}

function withRows(file: string, part: Part): Part {
  if (part.rows > 0) return part;
  throw failure(file, "NO_ROWS", "the file has no records", "Export the data again.");
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notARecord(file: string, row: number): AuditError {
  const what = "this is not a JSON record";
  const remedy = "Write one {...} for each row; a file that is cut off must be written again.";
  return new AuditError([{ code: "FILE_UNREADABLE", where: { file, row }, what, remedy }]);
}

function withoutBom(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** The text of the head from its first letter on. */
function startOf(head: Uint8Array): string {
  return Buffer.from(withoutBom(head)).toString("latin1").trimStart();
}
