import { isUtf8 } from "node:buffer";
import type { BadValues } from "../bad-values.ts";
import { type ColumnSink, numberSink, textSink } from "../csv/column-sinks.ts";
import { decode, type Encoding, encodingOf, hasWindowsLetters } from "../csv/decode.ts";
import { type CsvFault, scanCsv } from "../csv/scan.ts";
import { type CsvForm, sniffCsv } from "../csv/sniff.ts";
import { contentOf, emptyFile, failure, type Input } from "../input.ts";
import { AuditError } from "../problems.ts";
import { selectColumns } from "../select-columns.ts";
import type { CsvOptions, Part, Source, SourceRequest } from "../source.ts";
import type { Column } from "../table.ts";

/** A record longer than this is a quote that was never closed. */
const LONGEST_RECORD = 1 << 24;
const NOTHING = new Uint8Array();

/** Text split by commas, semicolons, tabs or bars, with a header. Any text is taken for it, so it stands last among sources. */
export const csv: Source = {
  format: "csv",
  recognise: (head) => !head.includes(0),
  read,
};

async function read(input: Input, request: SourceRequest): Promise<Part> {
  const bom = startsWithBom(input.head) ? 3 : 0;
  const head = input.head.subarray(bom);
  const watch = encodingWatch(input.name, bom > 0 ? "utf-8" : request.csv.encoding);
  const form = formOf(input, head, watch.encodingOf(head), request.csv);
  const { header, delimiter, decimal, firstRow } = form;
  const selected = selectColumns(input.name, header, request.columns);
  const expected = expectedRows(input, head, form);
  const sinks: (ColumnSink | undefined)[] = header.map(() => undefined);
  for (const { index, as } of selected) {
    sinks[index] =
      as === "number" ? numberSink(expected, request.missing, decimal) : textSink(expected, request.missing);
  }

  let rows = 0;
  let blanks = 0;
  let wrongFields = -1;
  const on = {
    field(index: number, bytes: Uint8Array, start: number, end: number): void {
      if (blanks === 0) sinks[index]?.put(rows, bytes, start, end);
    },
    record(fields: number): boolean {
      if (fields === 0 && header.length > 1) {
        blanks++;
        return true;
      }
      if (fields === 0) sinks[0]?.put(rows++, NOTHING, 0, 0);
      else if (blanks > 0) wrongFields = 0;
      else if (fields !== header.length) wrongFields = fields;
      else rows++;
      return wrongFields < 0;
    },
  };
  const scan = (bytes: Uint8Array, last: boolean): number => {
    const { at, fault } = scanCsv(bytes, 0, last, delimiter.charCodeAt(0), on);
    const row = rows + firstRow;
    if (wrongFields >= 0) throw ragged(input.name, row, header.length, wrongFields);
    if (fault !== undefined) throw malformed(input.name, row + blanks, fault);
    return at;
  };

  watch.check(head.subarray(0, form.dataAt), () => ({ row: firstRow - 1, form }));
  let rest: Uint8Array = NOTHING;
  let skip = bom + form.dataAt;
  for await (const piece of contentOf(input)) {
    const skipped = Math.min(skip, piece.length);
    skip -= skipped;
    const block = joined(rest, piece.subarray(skipped));
    const before = rows;
    const at = scan(block, false);
    watch.check(block.subarray(0, at), () => ({ row: before + firstRow, form }));
    rest = block.subarray(at);
    if (rest.length > LONGEST_RECORD) throw malformed(input.name, rows + firstRow, "unclosed quote");
  }
  const before = rows;
  scan(rest, true);
  watch.check(rest, () => ({ row: before + firstRow, form }));

  if (rows === 0) {
    const remedy = "Export the data again: the header is there, the rows are not.";
    throw failure(input.name, "NO_ROWS", "the file has a header and no rows", remedy);
  }
  const encoding = watch.encoding();
  const columns = new Map<string, Column>();
  const bad = new Map<string, BadValues>();
  for (const { name, index } of selected) {
    const made = sinks[index]!.finish(rows, (bytes, start, end) => decode(bytes, start, end, encoding));
    columns.set(name, made.column);
    if (made.bad !== undefined && made.bad.count > 0) bad.set(name, made.bad);
  }
  const how = { delimiter, encoding: watch.name(), ...(decimal === undefined ? {} : { decimal }) };
  return { rows, firstRow, csv: how, names: header, columns, bad };
}

function formOf(input: Input, head: Uint8Array, encoding: Encoding, options: CsvOptions): CsvForm {
  const { delimiter, decimal } = options;
  const declared = {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(decimal === undefined ? {} : { decimal }),
  };
  if (delimiter !== undefined && !/^[\t\x20-\x7E]$/u.test(delimiter)) {
    const remedy = "Use a comma, a semicolon, a tab or a bar.";
    throw failure(input.name, "CSV_MALFORMED", "the delimiter declared is not one ASCII character", remedy);
  }
  if (!head.some((byte) => byte > 0x20)) throw emptyFile(input.name);
  const form = sniffCsv(head, input.whole, encoding, declared);
  if ("doubt" in form) {
    const what = `the delimiter may be ${form.doubt.map((mark) => JSON.stringify(mark)).join(" or ")}`;
    throw failure(input.name, "CSV_MALFORMED", what, "Declare it in data.csv.delimiter.");
  }
  if (form.header.length === 0) {
    const remedy = "Begin the file with one line that names the columns.";
    throw failure(input.name, "CSV_MALFORMED", "the first line, which should name the columns, cannot be read", remedy);
  }
  return form;
}

/** Rows of the whole file if the rest is like the head, and some to spare; 0 where nothing can be said. */
function expectedRows(input: Input, head: Uint8Array, { dataAt }: CsvForm): number {
  let lines = 0;
  for (let at = head.indexOf(0x0a, dataAt); at >= 0; at = head.indexOf(0x0a, at + 1)) lines++;
  const size = input.whole ? head.length : input.bytes * (input.gzip ? 6 : 1);
  return 64 + Math.ceil((1.05 * lines * size) / head.length);
}

/**
 * Decides the encoding as the file goes by. ASCII says nothing; the first bytes that are more decide for UTF-8 or Latin-1,
 * and signs of the other one later on are a problem, as is anything that is not UTF-8 where UTF-8 was declared.
 */
function encodingWatch(file: string, declared: Encoding | undefined) {
  let decided = declared;
  let windows = false;
  return {
    encodingOf(bytes: Uint8Array): Encoding {
      const found = encodingOf(bytes);
      return declared ?? (found === "ascii" || found === "neither" ? "utf-8" : found);
    },
    encoding: (): Encoding => decided ?? "utf-8",
    /** As it is told: Latin-1 with Windows' own letters is Windows-1252. */
    name: (): Encoding | "windows-1252" => (windows ? "windows-1252" : (decided ?? "utf-8")),
    check(bytes: Uint8Array, start: () => { readonly row: number; readonly form: CsvForm }): void {
      const found = encodingOf(bytes);
      if (found === "ascii") return;
      if (decided === undefined && found !== "neither") decided = found;
      if (decided === "latin-1") windows ||= hasWindowsLetters(bytes);
      if (declared === "latin-1" || found === decided) return;
      const { row, form } = start();
      const place = firstNotUtf8(bytes, row, form);
      const mixed = declared === undefined;
      throw new AuditError([
        {
          code: "ENCODING_INVALID",
          where: { file, ...place },
          what: mixed
            ? "the file holds letters written in UTF-8 and letters that are not"
            : "the value is not written in UTF-8",
          remedy: "Export the data again in UTF-8, or declare data.csv.encoding: latin-1 if that is what it is.",
        },
      ]);
    },
  };
}

function firstNotUtf8(bytes: Uint8Array, firstRow: number, form: CsvForm): { row?: number; column?: string } {
  let place: { row?: number; column?: string } = {};
  let row = firstRow;
  scanCsv(bytes, 0, true, form.delimiter.charCodeAt(0), {
    field(index, from, start, end) {
      if (place.row !== undefined || isUtf8(from.subarray(start, end))) return;
      const column = form.header[index];
      place = column === undefined ? { row } : { row, column };
    },
    record: () => {
      row++;
      return place.row === undefined;
    },
  });
  return place;
}

function ragged(file: string, row: number, expected: number, found: number): AuditError {
  const fields = found === 1 ? "1 field" : `${found} fields`;
  const what = `${found === 0 ? "an empty line" : fields} where the header has ${expected}`;
  const remedy =
    found === 0
      ? "Remove the line, or find out what is missing there."
      : "Quote the fields that hold the delimiter, or declare data.csv.delimiter if another one is meant.";
  return new AuditError([{ code: "CSV_MALFORMED", where: { file, row }, what, remedy }]);
}

function malformed(file: string, row: number, fault: CsvFault): AuditError {
  const what =
    fault === "unclosed quote" ? "a quote is opened and never closed" : "there is text after a closing quote";
  const remedy = "Double the quotes that are part of a text, and quote that text.";
  return new AuditError([{ code: "CSV_MALFORMED", where: { file, row }, what, remedy }]);
}

function startsWithBom(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
