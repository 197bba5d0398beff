import type { Problem, ProblemCode } from "../problems.ts";
import { locate, type Table } from "../table.ts";

/**
 * What is wrong in a column. Rows with the same fault are told once, at the first of them, with their number. A table
 * that is not of rows of its files (of levels, say) has no places to tell.
 */
export function rowFault(
  table: Table,
  column: string,
  rows: { readonly first: number; readonly count: number },
  fault: { readonly code: ProblemCode; readonly what: string; readonly seen?: string; readonly remedy: string },
): Problem {
  const ofRows = table.sources.reduce((sum, source) => sum + source.rows, 0) === table.rows;
  if (!ofRows) return { ...fault, where: { column } };
  const others = rows.count > 1 ? `, in ${rows.count} rows of which this is the first` : "";
  return { ...fault, what: `${fault.what}${others}`, where: { ...locate(table, rows.first), column } };
}

/** Rows at which `isFaulty`, or undefined where there are none. */
export function rowsWhere(
  rows: number,
  isFaulty: (row: number) => boolean,
): { readonly first: number; readonly count: number } | undefined {
  let first = -1;
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (!isFaulty(row)) continue;
    if (count++ === 0) first = row;
  }
  return count === 0 ? undefined : { first, count };
}
