import { parseNumber } from "./parse-number.ts";
import type { Column, DecimalMark, Table } from "./table.ts";

const MOST_LEVELS = 50;

/** What can be seen of one column without judging it: for drafting a plan. */
export interface ColumnDescription {
  readonly name: string;
  readonly kind: Column["kind"];
  readonly rows: number;
  readonly missing: number;
  /** Distinct values other than missing. */
  readonly distinct: number;
  /** Where every value is a number (with the decimal mark of its file): the smallest, the largest, whether all are whole. */
  readonly numbers?: { readonly low: number; readonly high: number; readonly whole: boolean };
  /** Values and their rows, most frequent first; only where there are at most 50, so that no identifier is listed. */
  readonly levels?: readonly { readonly level: string; readonly rows: number }[];
}

export function describeColumns(table: Table): ColumnDescription[] {
  const marks = new Set(table.sources.map(({ csv }) => (csv === undefined ? "." : csv.decimal)));
  const decimal = marks.size === 1 ? [...marks][0] : undefined;
  return [...table.columns].map(([name, column]) => ({
    name,
    kind: column.kind,
    rows: table.rows,
    ...(column.kind === "number" ? describeNumbers(column.values) : describeTexts(column, decimal)),
  }));
}

type Seen = Pick<ColumnDescription, "missing" | "distinct" | "numbers" | "levels">;

function describeNumbers(values: Float64Array): Seen {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const counts: { level: string; rows: number }[] = [];
  let distinct = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (distinct++ < MOST_LEVELS) counts.push({ level: String(sorted[from]), rows: to - from });
  }
  return {
    missing: values.length - sorted.length,
    distinct,
    ...(distinct === 0
      ? {}
      : { numbers: { low: sorted[0]!, high: sorted.at(-1)!, whole: sorted.every(Number.isInteger) } }),
    ...frequentFirst(counts, distinct),
  };
}

function describeTexts(
  { codes, levels }: Extract<Column, { readonly kind: "text" }>,
  decimal: DecimalMark | undefined,
): Seen {
  const rows = new Float64Array(levels.length);
  let missing = 0;
  for (const code of codes) {
    if (code < 0) missing++;
    else rows[code]!++;
  }
  const numbers = Float64Array.from(levels, (level) => parseNumber(level, decimal) ?? Number.NaN).sort();
  const allNumbers = levels.length > 0 && !numbers.some(Number.isNaN);
  return {
    missing,
    distinct: levels.length,
    ...(allNumbers
      ? { numbers: { low: numbers[0]!, high: numbers.at(-1)!, whole: numbers.every(Number.isInteger) } }
      : {}),
    ...frequentFirst(
      levels.slice(0, MOST_LEVELS).map((level, code) => ({ level, rows: rows[code]! })),
      levels.length,
    ),
  };
}

function frequentFirst(levels: { level: string; rows: number }[], distinct: number): Pick<Seen, "levels"> {
  return distinct > MOST_LEVELS ? {} : { levels: levels.sort((a, b) => b.rows - a.rows) };
}
