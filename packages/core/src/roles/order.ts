import type { Problem } from "../problems.ts";
import type { Column, Table } from "../table.ts";
import { codedLevels } from "./levels.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

const TIME =
  /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/;

/**
 * Numbers that put rows in the order of a column; NaN where it is missing. Numbers stand as they are; texts must be ISO
 * dates or times (2026-03-01, 2026-03-01T08:30, with a UTC offset on all or on none), for no other text sorts in time.
 */
export function orderOf(table: Table, name: string, column: Column, problems: Problem[]): Float64Array {
  const { codes, levels, numeric } = codedLevels(table, column);
  const order = new Float64Array(table.rows).fill(Number.NaN);
  if (numeric) {
    const values = levels.map(Number);
    for (let row = 0; row < table.rows; row++) if (codes[row]! >= 0) order[row] = values[codes[row]!]!;
    return order;
  }
  const times = levels.map(timeOf);
  const zoned = times.find((time) => time !== undefined)?.zoned;
  const isBad = times.map((time) => time === undefined || time.zoned !== zoned);
  const bad = rowsWhere(table.rows, (row) => codes[row]! >= 0 && isBad[codes[row]!] === true);
  if (bad !== undefined) {
    const what = "the value cannot be put in order with the others";
    const remedy = "Write numbers, or ISO dates and times (2026-03-01T08:30), all with a UTC offset or all without.";
    const seen = levels[codes[bad.first]!]!;
    problems.push(rowFault(table, name, bad, { code: "VALUE_INVALID", what, seen, remedy }));
    return order;
  }
  const rank = ranks(times.map((time) => time!));
  for (let row = 0; row < table.rows; row++) {
    const code = codes[row]!;
    if (code >= 0) order[row] = rank[code]!;
  }
  return order;
}

interface Time {
  readonly milliseconds: number;
  /** Beyond the millisecond, of a second in nine decimals. */
  readonly nanoseconds: number;
  readonly zoned: boolean;
}

function timeOf(text: string): Time | undefined {
  const parts = TIME.exec(text.trim());
  if (parts === null) return undefined;
  const [, year, month, day = "01", hour = "00", minute = "00", second = "00", fraction = "", zone] = parts;
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const read = new Date(utc);
  const real = read.getUTCMonth() + 1 === Number(month) && read.getUTCDate() === Number(day);
  if (!real || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return {
    milliseconds: utc - offsetMinutes(zone) * 60_000,
    nanoseconds: Number(fraction.padEnd(9, "0")),
    zoned: zone !== undefined,
  };
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith("-") ? -minutes : minutes;
}

/** The place of each time among the distinct ones. */
function ranks(times: readonly Time[]): Float64Array {
  const compare = (a: number, b: number) =>
    times[a]!.milliseconds - times[b]!.milliseconds || times[a]!.nanoseconds - times[b]!.nanoseconds;
  const sorted = times.map((_, i) => i).sort(compare);
  const rank = new Float64Array(times.length);
  let place = 0;
  sorted.forEach((at, i) => {
    if (i > 0 && compare(sorted[i - 1]!, at) !== 0) place++;
    rank[at] = place;
  });
  return rank;
}
