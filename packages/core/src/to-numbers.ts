import { BAD_VALUES_SHOWN, type BadValues, notNumbers } from "./bad-values.ts";
import { parseNumber } from "./parse-number.ts";
import { type Problem } from "./problems.ts";
import { type DecimalMark, locate, type NumberColumn, type Table, type TextColumn } from "./table.ts";

/**
 * A column of the table as numbers (NaN where missing or not a number), with a problem for each of the first bad rows.
 *
 * The whole text must be a number: `12 mg`, `0,5` with the decimal mark ".", `1.234,5` and `Inf` are problems, not values.
 * The decimal mark is that of the CSV files as declared or sniffed, else "."; `decimal` overrides it.
 */
export function toNumbers(
  table: Table,
  name: string,
  options: { readonly decimal?: DecimalMark } = {},
): { readonly values: Float64Array; readonly problems: readonly Problem[] } {
  const column = table.columns.get(name);
  if (column === undefined) throw new RangeError(`the table was read without column ${JSON.stringify(name)}`);
  if (column.kind === "number") return { values: column.values, problems: [] };
  const decimal = options.decimal ?? decimalOf(table);
  const { numbers, bad } = parseLevels(column, decimal);
  const problems = bad.count === 0 ? [] : notNumbers(name, bad, decimal, (row) => locate(table, row));
  return { values: numbers.values, problems };
}

/** Each level parsed once, then every row by its code. */
export function parseLevels(
  column: TextColumn,
  decimal: DecimalMark | undefined,
): { readonly numbers: NumberColumn; readonly bad: BadValues } {
  const parsed = new Float64Array(column.levels.length);
  const unread = new Uint8Array(column.levels.length);
  for (const [code, level] of column.levels.entries()) {
    const value = parseNumber(level, decimal);
    parsed[code] = value ?? Number.NaN;
    unread[code] = value === undefined ? 1 : 0;
  }
  const values = new Float64Array(column.codes.length);
  const first: { row: number; text: string }[] = [];
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const code = column.codes[row]!;
    values[row] = code < 0 ? Number.NaN : parsed[code]!;
    if (code < 0 || unread[code] === 0) continue;
    if (count++ < BAD_VALUES_SHOWN) first.push({ row, text: column.levels[code]! });
  }
  return { numbers: { kind: "number", values }, bad: { count, first } };
}

/** "." where no CSV was read; undefined where the CSV files do not show or do not share a mark. */
function decimalOf(table: Table): DecimalMark | undefined {
  const marks = new Set(table.sources.map(({ csv }) => (csv === undefined ? "." : csv.decimal)));
  return marks.size === 1 ? [...marks][0] : undefined;
}
