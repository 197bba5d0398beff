import { parseNumber } from "../parse-number.ts";
import type { Column, DecimalMark, Table } from "../table.ts";

/** A column's rows coded by value: `levels[codes[row]]`, or -1 where missing. */
export interface Coded {
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  /** The levels are numbers, each written as short as it can be, and compared as numbers: 1 is 1.0. Otherwise texts, as they stand. */
  readonly numeric: boolean;
}

/**
 * The levels of a column. A column of texts that are all plain numbers is one of numbers, so that a CSV has the same
 * levels as a Parquet file; a leading zero or plus (`01`) makes it one of texts, for then the texts are codes.
 */
export function codedLevels(table: Table, column: Column): Coded {
  if (column.kind === "number") return codedNumbers(column.values);
  const decimal = decimalOf(table);
  const numbers = column.levels.map((level) => numberText(level, decimal));
  if (column.levels.length === 0 || numbers.includes(undefined)) return { ...column, numeric: false };
  const levels = [...new Set(numbers.map((level) => level!))];
  if (levels.length === numbers.length) return { codes: column.codes, levels, numeric: true };
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const recoded = numbers.map((level) => codeOf.get(level!)!);
  return { codes: column.codes.map((code) => (code < 0 ? -1 : recoded[code]!)), levels, numeric: true };
}

/** Each distinct text or number of its own, as it stands: what identifiers are. */
export function codedAsIs(column: Column): Pick<Coded, "codes" | "levels"> {
  return column.kind === "text" ? column : codedNumbers(column.values);
}

function codedNumbers(values: Float64Array): Coded {
  const codes = new Int32Array(values.length).fill(-1);
  const known = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size));
    codes[row] = code;
  }
  return { codes, levels: [...known.keys()].map((value) => String(value === 0 ? 0 : value)), numeric: true };
}

const PLAIN = /^-?(?:0|[1-9]\d*)(?:[.,]\d*)?(?:[eE][+-]?\d+)?$/;

function numberText(text: string, decimal: DecimalMark | undefined): string | undefined {
  const value = PLAIN.test(text) ? parseNumber(text, decimal) : undefined;
  return value === undefined ? undefined : String(value === 0 ? 0 : value);
}

function decimalOf(table: Table): DecimalMark {
  return table.sources.some(({ csv }) => csv?.decimal === ",") ? "," : ".";
}

/** Whether a level as declared in the plan is a level as it stands in the data. */
export function sameLevel(declared: string, level: string, numeric: boolean): boolean {
  return declared === level || (numeric && parseNumber(declared, ".") === Number(level));
}

/** The order of levels that no plan has put in order: numbers by value, then texts by code unit; the same on every machine. */
export function byLevel(a: string, b: string): number {
  const x = parseNumber(a, ".");
  const y = parseNumber(b, ".");
  if (x !== undefined && y !== undefined && x !== y) return x - y;
  if ((x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
