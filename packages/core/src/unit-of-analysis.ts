import type { LedgerStep } from "./ledger.ts";
import type { AuditPlan } from "./plan/schema.ts";
import type { Problem } from "./problems.ts";
import { columnOf } from "./roles/column.ts";
import { codedAsIs } from "./roles/levels.ts";
import { orderOf } from "./roles/order.ts";
import { rowFault, rowsWhere } from "./roles/row-fault.ts";
import type { Table } from "./table.ts";

/** Which rows of the source are under audit, ascending (absent where all are), and what became of the others. */
export interface Selection {
  readonly rows?: Uint32Array;
  readonly steps: readonly LedgerStep[];
}

/**
 * One prediction for each unit of analysis, chosen before anything is counted: the first or last in the declared order,
 * or the riskiest (a missing score is the least risky). Of equals, the row that comes first in the source.
 *
 * Problems, not choices: a unit's identifier that is missing, and a missing order in a unit that has several rows.
 */
export function selectUnits(plan: AuditPlan, table: Table, score: Float64Array, problems: Problem[]): Selection {
  const { unit, take, by, orderBy } = plan.unitOfAnalysis;
  const everyRow = { steps: [] };
  if (unit === "prediction" || take === "all" || by === undefined) return everyRow;
  const column = columnOf(table, by, "unitOfAnalysis.by", problems);
  const orderColumn = orderBy === undefined ? undefined : columnOf(table, orderBy, "unitOfAnalysis.orderBy", problems);
  if (column === undefined || (orderBy !== undefined && orderColumn === undefined)) return everyRow;
  const before = problems.length;
  const { codes, levels } = codedAsIs(column);
  const missing = rowsWhere(table.rows, (row) => codes[row]! < 0);
  if (missing !== undefined) problems.push(identifierMissing(table, by, unit, missing));
  const key =
    orderColumn === undefined
      ? score.map((value) => (Number.isNaN(value) ? -Infinity : value))
      : orderOf(table, orderBy!, orderColumn, problems);
  if (orderColumn !== undefined && problems.length === before)
    problems.push(...missingOrder(table, orderBy!, unit, codes, levels.length, key));
  if (problems.length > before) return everyRow;

  const chosen = new Int32Array(levels.length).fill(-1);
  const sign = take === "first" ? -1 : 1;
  for (let row = 0; row < table.rows; row++) {
    const held = chosen[codes[row]!]!;
    if (held < 0 || sign * key[row]! > sign * key[held]!) chosen[codes[row]!] = row;
  }
  const rows = Uint32Array.from(chosen.filter((row) => row >= 0)).sort();
  return { rows, steps: unitSteps(plan, table.rows - rows.length) };
}

/** The ledger's step for the rows that a unit of analysis left out; none where it takes all. */
export function unitSteps({ unitOfAnalysis: { unit, take } }: AuditPlan, rows: number): LedgerStep[] {
  if (unit === "prediction" || take === "all") return [];
  const which = { first: "later predictions", last: "earlier predictions", highest: "lower-scored predictions" }[take];
  return [{ id: `${take}-per-${unit}`, label: `${which} of the same ${unit}`, rows }];
}

export function identifierMissing(
  table: Table,
  column: string,
  unit: string,
  rows: { readonly first: number; readonly count: number },
): Problem {
  return rowFault(table, column, rows, {
    code: "IDENTIFIER_MISSING",
    what: `the identifier of the ${unit} is missing`,
    remedy: "Fill it in, or leave those rows out of the data and say so.",
  });
}

function missingOrder(
  table: Table,
  name: string,
  unit: string,
  codes: Int32Array,
  units: number,
  key: Float64Array,
): Problem[] {
  const size = new Uint32Array(units);
  for (const code of codes) if (code >= 0) size[code]!++;
  const rows = rowsWhere(table.rows, (row) => codes[row]! >= 0 && size[codes[row]!]! > 1 && Number.isNaN(key[row]!));
  if (rows === undefined) return [];
  const what = `the order is missing in a ${unit} that has several predictions`;
  const remedy = "Fill it in, or take the highest prediction, which needs no order.";
  return [rowFault(table, name, rows, { code: "VALUE_INVALID", what, remedy })];
}
