import { decimalMarkOf } from "../parse-number.ts";
import type { DecimalMark } from "../table.ts";
import { decode, type Encoding } from "./decode.ts";
import { type CsvEvents, scanCsv } from "./scan.ts";

const CANDIDATES = [",", ";", "\t", "|"] as const;
const RECORDS = 500;

/** How a CSV is written, from its first bytes. */
export interface CsvForm {
  readonly delimiter: string;
  /** Empty where the first line is. */
  readonly header: readonly string[];
  /** Offset of the first record below the header, and its row number as a person counts. */
  readonly dataAt: number;
  readonly firstRow: number;
  readonly decimal?: DecimalMark;
}

/** Two delimiters explain the file equally well. */
export interface CsvDoubt {
  readonly doubt: readonly string[];
}

interface Trial {
  readonly delimiter: string;
  readonly records: readonly (readonly string[])[];
  readonly dataAt: number;
}

/**
 * The delimiter that splits the header into most fields among those that give every record as many fields as the header;
 * where none does, the one that splits the header into most fields, so that the ragged row is found against it.
 * `head` is the start of the file without byte order mark, `whole` says that it is all of it.
 */
export function sniffCsv(
  head: Uint8Array,
  whole: boolean,
  encoding: Encoding,
  declared: { readonly delimiter?: string; readonly decimal?: DecimalMark },
): CsvForm | CsvDoubt {
  const announced = separatorLine(head);
  const delimiter = declared.delimiter ?? announced?.delimiter;
  const from = announced?.length ?? 0;
  const trials = (delimiter === undefined ? CANDIDATES : [delimiter]).map((candidate) =>
    tryDelimiter(head, from, whole, encoding, candidate),
  );
  const even = trials.filter(({ records }) => records.every((record) => record.length === records[0]!.length));
  const split = (from: readonly Trial[]): readonly Trial[] => {
    const most = Math.max(...from.map(({ records }) => records[0]?.length ?? 0));
    return from.filter(({ records }) => (records[0]?.length ?? 0) === most);
  };
  const evenAndSplit = even.filter(({ records }) => (records[0]?.length ?? 0) > 1);
  const best = split(evenAndSplit.length > 0 ? evenAndSplit : trials);
  const chosen = best[0]!;
  if (best.length > 1 && chosen.records[0]!.length > 1) return { doubt: best.map((trial) => trial.delimiter) };
  const decimal = declared.decimal ?? sniffDecimal(chosen);
  return {
    delimiter: chosen.delimiter,
    header: chosen.records[0] ?? [],
    dataAt: chosen.dataAt,
    firstRow: announced === undefined ? 2 : 3,
    ...(decimal === undefined ? {} : { decimal }),
  };
}

/** Excel's first line `sep=;`. */
function separatorLine(head: Uint8Array): { readonly delimiter: string; readonly length: number } | undefined {
  const found = /^sep=(.)(?:\r\n|\n|\r)/u.exec(decode(head.subarray(0, 16), 0, Math.min(16, head.length), "latin-1"));
  return found === null ? undefined : { delimiter: found[1]!, length: found[0].length };
}

function tryDelimiter(head: Uint8Array, from: number, whole: boolean, encoding: Encoding, delimiter: string): Trial {
  const records: string[][] = [];
  const collect = (start: number, most: number): number => {
    let fields: string[] = [];
    const on: CsvEvents = {
      field(index, bytes, start, end) {
        if (index === 0) fields = [];
        fields.push(decode(bytes, start, end, encoding));
      },
      record(count) {
        if (count > 0 || records.length === 0) records.push(fields);
        return records.length < most;
      },
    };
    return scanCsv(head, start, whole, delimiter.charCodeAt(0), on).at;
  };
  const dataAt = collect(from, 1);
  if (records.length > 0) collect(dataAt, RECORDS);
  return { delimiter, records, dataAt };
}

/**
 * The mark that the fields below the header show beyond doubt; "." in a comma-delimited file that shows none. Where both
 * marks are shown, or in other files none, undefined: numbers with a mark are then problems until the plan declares it.
 */
function sniffDecimal({ delimiter, records }: Trial): DecimalMark | undefined {
  const marks = new Set<DecimalMark>();
  for (const record of records.slice(1)) {
    for (const field of record) {
      const mark = decimalMarkOf(field);
      if (mark !== undefined) marks.add(mark);
    }
  }
  if (marks.size === 1) return [...marks][0];
  return marks.size === 0 && delimiter === "," ? "." : undefined;
}
