import type { Problem } from "../problems.ts";
import type { Column, Table } from "../table.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A text that is a plain decimal number, as that number; otherwise undefined. Nothing else is taken for one, "1,5" and "0x1f" least of all. */
export function numberOf(text: string): number | undefined {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? Number(trimmed) : undefined;
}

/** A column's values as finite numbers, NaN where missing. `noun` names it in problems: "the score". */
export function numbersOf(table: Table, name: string, column: Column, noun: string, problems: Problem[]): Float64Array {
  const values = column.kind === "number" ? column.values : new Float64Array(table.rows).fill(Number.NaN);
  if (column.kind === "text") {
    const parsed = column.levels.map(numberOf);
    for (let row = 0; row < table.rows; row++) {
      const code = column.codes[row]!;
      if (code >= 0) values[row] = parsed[code] ?? Number.NaN;
    }
    const text = rowsWhere(table.rows, (row) => column.codes[row]! >= 0 && parsed[column.codes[row]!] === undefined);
    if (text !== undefined) {
      const seen = column.levels[column.codes[text.first]!]!;
      const remedy = "Correct the value, or list it under data.missing if it means that there is none.";
      problems.push(
        rowFault(table, name, text, { code: "VALUE_INVALID", what: `${noun} is not a number`, seen, remedy }),
      );
    }
  }
  const infinite = rowsWhere(table.rows, (row) => values[row]! - values[row]! !== 0 && !Number.isNaN(values[row]!));
  if (infinite !== undefined)
    problems.push(
      rowFault(table, name, infinite, {
        code: "VALUE_INVALID",
        what: `${noun} is infinite or too large for a number`,
        seen: String(values[infinite.first]),
        remedy: "Correct the value, or leave it empty if there is none.",
      }),
    );
  return values;
}
