import type { AuditPlan } from "../plan/schema.ts";
import type { Problem } from "../problems.ts";
import type { Table } from "../table.ts";
import { columnOf } from "./column.ts";
import { numbersOf } from "./numbers.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

/** More rows than these would not fit in memory once they stand one by one. */
const MOST_ROWS = 50_000_000;

/** How many rows each row of the table stands for; absent where the plan names no such column. */
export function frequencyOf(plan: AuditPlan, table: Table, problems: Problem[]): Float64Array | undefined {
  const { count: name } = plan;
  if (name === undefined || columnOf(table, name, "count", problems) === undefined) return undefined;
  const before = problems.length;
  const frequency = numbersOf(table, name, "the count", problems);
  if (problems.length > before) return undefined;
  const bad = rowsWhere(table.rows, (row) => !(Number.isInteger(frequency[row]!) && frequency[row]! >= 0));
  if (bad !== undefined) {
    const seen = Number.isNaN(frequency[bad.first]!) ? {} : { seen: String(frequency[bad.first]) };
    const what = "the count is not a whole number of rows";
    const remedy = "Write how many equal rows this one stands for: 0, 1, 2, …; sampling weights belong under weight.";
    problems.push(rowFault(table, name, bad, { code: "VALUE_INVALID", what, ...seen, remedy }));
    return undefined;
  }
  const total = frequency.reduce((sum, n) => sum + n, 0);
  if (total > 0 && total <= MOST_ROWS) return frequency;
  problems.push({
    code: total === 0 ? "NO_ROWS" : "VALUE_INVALID",
    where: { planPath: "count" },
    what: total === 0 ? "every row stands for no rows" : `the rows stand for more than ${MOST_ROWS} rows`,
    ...(total === 0 ? {} : { seen: String(total) }),
    remedy: "Check that it is the column of frequencies.",
  });
  return undefined;
}

/** Each row as often as it counts, in order. */
export function repeatedRows(frequency: Float64Array): Uint32Array {
  const rows = new Uint32Array(frequency.reduce((sum, n) => sum + n, 0));
  let at = 0;
  for (let row = 0; row < frequency.length; row++) {
    rows.fill(row, at, at + frequency[row]!);
    at += frequency[row]!;
  }
  return rows;
}

/** The rows that each file stands for. */
export function repeatedSources(
  table: Table,
  frequency: Float64Array | undefined,
): { readonly file: string; readonly rows: number }[] {
  let first = 0;
  return table.sources.map(({ file, rows }) => {
    const own = frequency?.subarray(first, first + rows);
    first += rows;
    return { file, rows: own === undefined ? rows : own.reduce((sum, n) => sum + n, 0) };
  });
}
