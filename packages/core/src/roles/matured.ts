import { UNKNOWN } from "../outcome-codes.ts";
import type { AuditPlan } from "../plan/schema.ts";
import type { Problem } from "../problems.ts";
import type { Table } from "../table.ts";
import { columnOf } from "./column.ts";
import { codedLevels } from "./levels.ts";
import { dayOf } from "./period-cut.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

/** Outcomes that are due, and which rows' are not: 1 where the horizon ends after the data cut, whatever is recorded. */
export interface Matured {
  readonly outcome: Uint8Array;
  readonly notMatured?: Uint8Array;
}

/**
 * Takes away the outcome of predictions that are younger than the horizon at the data cut: an event may be there already,
 * a non-event is none yet, and with either the last periods would look like others than they are.
 */
export function maturedOutcome(plan: AuditPlan, table: Table, outcome: Uint8Array, problems: Problem[]): Matured {
  const matured = plan.monitoring?.matured;
  if (matured === undefined) return { outcome };
  const column = columnOf(table, matured.column, "monitoring.matured.column", problems);
  if (column === undefined) return { outcome };
  const { codes, levels } = codedLevels(table, column);
  const days = levels.map(dayOf);
  const bad = rowsWhere(table.rows, (row) => codes[row]! < 0 || days[codes[row]!] === undefined);
  if (bad !== undefined) {
    const missing = codes[bad.first]! < 0;
    problems.push(
      rowFault(table, matured.column, bad, {
        code: "VALUE_INVALID",
        what: missing ? "the day of the prediction is missing" : "the day of the prediction is no ISO date",
        ...(missing ? {} : { seen: levels[codes[bad.first]!]! }),
        remedy: "Write it as 2026-03-01: whether an outcome is due is told from it.",
      }),
    );
    return { outcome };
  }
  const last = dayOf(matured.dataCut)! - matured.days;
  const notMatured = Uint8Array.from({ length: table.rows }, (_, row) => (days[codes[row]!]! > last ? 1 : 0));
  return { outcome: outcome.map((code, row) => (notMatured[row] === 1 ? UNKNOWN : code)), notMatured };
}

/** The day (since 1970) of each row, by which rows of one period are put in order; absent where the plan names no dates. */
export function daysOfRows({ monitoring, period }: AuditPlan, table: Table): Float64Array | undefined {
  const name = monitoring?.matured?.column ?? (monitoring?.cut === undefined ? undefined : period);
  const column = name === undefined ? undefined : table.columns.get(name);
  if (column === undefined) return undefined;
  const { codes, levels } = codedLevels(table, column);
  const days = levels.map((level) => dayOf(level) ?? Number.NaN);
  return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : days[code]!));
}
