import { BAD_VALUES_SHOWN, type BadValues } from "../bad-values.ts";
import { withoutMissingLevels } from "../missing-values.ts";
import { parseNumber } from "../parse-number.ts";
import type { Column, DecimalMark } from "../table.ts";
import { byteDictionary } from "./byte-dictionary.ts";
import { latin } from "./decode.ts";

type Decode = (bytes: Uint8Array, start: number, end: number) => string;

/** Takes the fields of one column. The row last put may be put again with the same bytes. */
export interface ColumnSink {
  readonly put: (row: number, bytes: Uint8Array, start: number, end: number) => void;
  readonly finish: (rows: number, decode: Decode) => { readonly column: Column; readonly bad?: BadValues };
}

export function textSink(expectedRows: number, missing: ReadonlySet<string>): ColumnSink {
  const dictionary = byteDictionary();
  let codes = new Int32Array(expectedRows);
  return {
    put(row, bytes, start, end) {
      if (row >= codes.length) {
        const larger = new Int32Array(2 * row + 64);
        larger.set(codes);
        codes = larger;
      }
      codes[row] = dictionary.code(bytes, start, end);
    },
    finish: (rows, decode) => ({
      column: withoutMissingLevels(codes.slice(0, rows), dictionary.levels(decode), missing),
    }),
  };
}

/** Numbers straight from the bytes. What is no number is kept by its text, and judged at the end when the encoding is known. */
export function numberSink(
  expectedRows: number,
  missing: ReadonlySet<string>,
  decimal: DecimalMark | undefined,
): ColumnSink {
  const mark = decimal?.charCodeAt(0) ?? -1;
  const declared = new Set([...missing].map((text) => parseNumber(text, decimal)));
  const unread = byteDictionary();
  const unreadRows: number[][] = [];
  const unreadCounts: number[] = [];
  let lastUnread = -1;
  let values = new Float64Array(expectedRows);

  const slowly = (row: number, bytes: Uint8Array, start: number, end: number): number => {
    const text = latin(bytes, start, end);
    const value = missing.has(text) ? Number.NaN : parseNumber(text, decimal);
    if (value !== undefined) return value;
    if (row === lastUnread) return Number.NaN;
    lastUnread = row;
    const code = unread.code(bytes, start, end);
    unreadCounts[code] = (unreadCounts[code] ?? 0) + 1;
    const rows = (unreadRows[code] ??= []);
    if (rows.length < BAD_VALUES_SHOWN) rows.push(row);
    return Number.NaN;
  };

  return {
    put(row, bytes, start, end) {
      if (row >= values.length) {
        const larger = new Float64Array(2 * row + 64);
        larger.set(values);
        values = larger;
      }
      const value = plainNumber(bytes, start, end, mark);
      values[row] = Number.isNaN(value) || declared.has(value) ? slowly(row, bytes, start, end) : value;
    },
    finish(rows, decode) {
      const bad: { row: number; text: string }[] = [];
      let count = 0;
      for (const [code, text] of unread.levels(decode).entries()) {
        if (missing.has(text)) continue;
        count += unreadCounts[code]!;
        for (const row of unreadRows[code]!) bad.push({ row, text });
      }
      const first = bad.sort((a, b) => a.row - b.row).slice(0, BAD_VALUES_SHOWN);
      return { column: { kind: "number", values: values.slice(0, rows) }, bad: { count, first } };
    },
  };
}

/**
 * A number of digits with at most one mark, correctly rounded; NaN for anything else. Digits up to 2^53 and powers of ten up
 * to 10^22 are exact doubles, so that one division rounds once (Clinger 1990, doi:10.1145/93548.93557).
 */
function plainNumber(bytes: Uint8Array, start: number, end: number, mark: number): number {
  let at = start;
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  let digits = 0;
  let markAt = -1;
  const first = at;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === mark && markAt < 0) markAt = at;
    else {
      const digit = byte - 0x30;
      if (digit < 0 || digit > 9) return Number.NaN;
      digits = digits * 10 + digit;
    }
  }
  if (at - first <= (markAt < 0 ? 0 : 1)) return Number.NaN;
  const decimals = markAt < 0 ? 0 : end - markAt - 1;
  if (digits > Number.MAX_SAFE_INTEGER || decimals > 22) {
    const whole = latin(bytes, start, markAt < 0 ? end : markAt);
    return finite(Number(markAt < 0 ? whole : `${whole}.${latin(bytes, markAt + 1, end)}`));
  }
  const value = decimals > 0 ? digits / TENS[decimals]! : digits;
  return negative ? -value : value;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

const TENS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
