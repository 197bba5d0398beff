import { columnsOf } from "../plan/columns.ts";
import type { AuditPlan } from "../plan/schema.ts";
import { countable } from "./countable.ts";
import { tallySelect } from "./select.ts";
import { numberColumn, quoted, type SqlColumn, textColumn, timeColumn } from "./sql-text.ts";

/**
 * The plan's SELECT for a warehouse, over a table with the plan's columns: measurements stored as numbers, levels and
 * identifiers as texts, the order of predictions as a number or a time. DuckDB's dialect.
 *
 * A table has no order of rows, so where predictions of one unit are tied the warehouse picks any of them.
 */
export function printSelect(asked: AuditPlan, table: string): string {
  const plan = countable(asked);
  const wanted = columnsOf(plan);
  const reading = { missing: plan.data.missing, decimal: "." } as const;
  const column = (name: string): SqlColumn => {
    const sql = quoted(name);
    if (wanted.some((request) => request.name === name && request.as === "number")) return numberColumn(sql, reading);
    return name === plan.unitOfAnalysis.orderBy ? timeColumn(sql, sql, reading) : textColumn(sql, reading);
  };
  const { sql } = tallySelect(plan, { from: quoted(table), row: "0", decimal: ".", column });
  return `${sql};\n`;
}
