import type { Column } from "../table.ts";
import { numberOf } from "./numbers.ts";

/** A column's rows coded by value: `levels[codes[row]]`, or -1 where missing. Levels of numbers are their shortest text. */
export interface Coded {
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  /** Numbers are compared as numbers (1 is 1.0), texts as they stand. */
  readonly numeric: boolean;
}

export function coded(column: Column): Coded {
  if (column.kind === "text") return { codes: column.codes, levels: column.levels, numeric: false };
  const { values } = column;
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

/** Whether a level as declared in the plan is a level as it stands in the data. */
export function sameLevel(declared: string, level: string, numeric: boolean): boolean {
  return declared === level || (numeric && numberOf(declared) === numberOf(level));
}

/** The order of levels that no plan has put in order: numbers by value, then texts by code unit; the same on every machine. */
export function byLevel(a: string, b: string): number {
  const x = numberOf(a);
  const y = numberOf(b);
  if (x !== undefined && y !== undefined && x !== y) return x - y;
  if ((x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
