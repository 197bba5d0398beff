import { type Cohort, hasLevel } from "@auscult/core";

/** 1 and 0, NaN where missing; a level that no row has is had by nobody. */
export function levelOf({ columns, rows }: Cohort, name: string, level: string): Float64Array {
  const column = columns.categorical.get(name);
  if (column === undefined) throw new RangeError(`the cohort was read without column "${name}"`);
  return hasLevel(column, level) ?? column.codes.map((code) => (Number.isNaN(code) ? code : 0)).slice(0, rows);
}
