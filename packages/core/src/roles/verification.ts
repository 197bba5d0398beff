import { UNKNOWN } from "../outcome-codes.ts";
import type { AuditPlan } from "../plan/schema.ts";
import type { Problem } from "../problems.ts";
import type { Table } from "../table.ts";
import { type ExtraColumns, hasLevel } from "./extra-columns.ts";
import { rowFault, rowsWhere } from "./row-fault.ts";

/** That verified rows have an outcome and the others none: an outcome put down for whom nobody looked is a guess. */
export function checkVerification(
  { verification, outcome: { column } }: AuditPlan,
  table: Table,
  outcome: Uint8Array,
  columns: ExtraColumns,
  problems: Problem[],
): void {
  if (verification === undefined) return;
  const levels = columns.categorical.get(verification.column);
  if (levels === undefined) return;
  const verified = hasLevel(levels, verification.verified);
  if (verified === undefined) {
    problems.push({
      code: "LEVEL_UNKNOWN",
      where: { column: verification.column, planPath: "verification.verified" },
      what: "no row has the level that means verified",
      seen: verification.verified,
      remedy: `The levels are ${levels.levels.slice(0, 10).join(", ")}.`,
    });
    return;
  }
  const guessed = rowsWhere(table.rows, (row) => verified[row] !== 1 && outcome[row] !== UNKNOWN);
  if (guessed !== undefined)
    problems.push(
      rowFault(table, column, guessed, {
        code: "VALUE_INVALID",
        what: `there is an outcome, and "${verification.column}" says that it was not verified`,
        remedy: "Leave the outcome empty where nobody looked: not verified is not negative.",
      }),
    );
}
