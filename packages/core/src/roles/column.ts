import { didYouMean } from "../nearest.ts";
import type { Problem } from "../problems.ts";
import type { Column, Table } from "../table.ts";

/** The named column, or undefined with a problem that says where the plan names it. */
export function columnOf(table: Table, name: string, planPath: string, problems: Problem[]): Column | undefined {
  const column = table.columns.get(name);
  if (column === undefined) {
    const names = [...table.columns.keys()];
    const remedy = `The columns are ${names.slice(0, 40).join(", ")}${names.length > 40 ? ", …" : ""}.${didYouMean(name, names)}`;
    const file = table.sources[0]?.file;
    const where = { ...(file === undefined ? {} : { file }), column: name, planPath };
    problems.push({ code: "COLUMN_MISSING", where, what: "the data have no such column", remedy });
  }
  return column;
}
