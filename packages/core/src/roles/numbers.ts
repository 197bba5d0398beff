import type { Problem } from "../problems.ts";
import type { Table } from "../table.ts";
import { toNumbers } from "../to-numbers.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

/** A column's values as finite numbers, NaN where missing. `noun` names it in problems: "the score". */
export function numbersOf(table: Table, name: string, noun: string, problems: Problem[]): Float64Array {
  const { values, problems: unread } = toNumbers(table, name);
  problems.push(...unread);
  const infinite = rowsWhere(table.rows, (row) => Math.abs(values[row]!) === Infinity);
  if (infinite !== undefined)
    problems.push(
      rowFault(table, name, infinite, {
        code: "VALUE_INVALID",
        what: `${noun} is infinite`,
        seen: String(values[infinite.first]),
        remedy: "Correct the value, or leave it empty if there is none.",
      }),
    );
  return values;
}
