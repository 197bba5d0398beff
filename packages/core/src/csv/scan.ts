/** What a scan reports, in the order of the file. A record that is cut off by the end of `bytes` may be reported again. */
export interface CsvEvents {
  /** Field `index` of the record at hand lies in `bytes` from `start` to `end`, quotes removed. Valid only during the call. */
  readonly field: (index: number, bytes: Uint8Array, start: number, end: number) => void;
  /** The record ended with so many fields, 0 for an empty line. Return false to stop. */
  readonly record: (fields: number) => boolean;
}

export type CsvFault = "unclosed quote" | "text after a closing quote";

/** Where the first record that is not complete starts (or the scan stopped), and what broke it. */
export interface CsvScan {
  readonly at: number;
  readonly fault?: CsvFault;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Splits bytes into records and fields as RFC 4180 says: fields between delimiters, quoted fields with delimiters, line
 * breaks and doubled quotes inside. Line ends are LF, CR LF or CR. A quote inside an unquoted field is a letter like others.
 *
 * Works in any encoding that keeps ASCII bytes for ASCII characters (UTF-8, Latin-1). `last` says that no bytes follow.
 */
export function scanCsv(bytes: Uint8Array, from: number, last: boolean, delimiter: number, on: CsvEvents): CsvScan {
  const end = bytes.length;
  let unquoted = new Uint8Array(256);
  let at = from;
  while (at < end) {
    const record = at;
    let fields = 0;
    let ended = bytes[at] === LF || bytes[at] === CR;
    while (!ended) {
      if (bytes[at] === QUOTE) {
        let start = at + 1;
        let close = bytes.indexOf(QUOTE, start);
        let length = 0;
        while (close >= 0 && close + 1 < end && bytes[close + 1] === QUOTE) {
          const more = close + 1 - start;
          unquoted = withRoom(unquoted, length, more);
          unquoted.set(bytes.subarray(start, close + 1), length);
          length += more;
          start = close + 2;
          close = bytes.indexOf(QUOTE, start);
        }
        if (close < 0) return last ? { at: record, fault: "unclosed quote" } : { at: record };
        if (close + 1 === end && !last) return { at: record };
        if (length === 0) on.field(fields, bytes, start, close);
        else {
          const more = close - start;
          unquoted = withRoom(unquoted, length, more);
          unquoted.set(bytes.subarray(start, close), length);
          on.field(fields, unquoted, 0, length + more);
        }
        at = close + 1;
      } else {
        const start = at;
        while (at < end) {
          const byte = bytes[at];
          if (byte === delimiter || byte === LF || byte === CR) break;
          at++;
        }
        if (at === end && !last) return { at: record };
        on.field(fields, bytes, start, at);
      }
      fields++;
      if (at < end && bytes[at] === delimiter) at++;
      else if (at === end || bytes[at] === LF || bytes[at] === CR) ended = true;
      else return { at: record, fault: "text after a closing quote" };
    }
    if (bytes[at] === CR && at + 1 === end && !last) return { at: record };
    at = Math.min(end, at + (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1));
    if (!on.record(fields)) return { at };
  }
  return { at };
}

function withRoom(bytes: Uint8Array<ArrayBuffer>, used: number, more: number): Uint8Array<ArrayBuffer> {
  if (used + more <= bytes.length) return bytes;
  const larger = new Uint8Array(2 * (used + more));
  larger.set(bytes.subarray(0, used));
  return larger;
}
