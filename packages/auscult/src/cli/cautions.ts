import { NOT_RECORDED } from "@auscult/core";
import type { Audit } from "../audit.ts";

/**
 * What whoever runs an audit should know of the data at once, though the audit could run: an outcome of one class, an
 * attribute that no row has, patients that repeat. One sentence each, told on stderr also with `--quiet`.
 */
export function cautions({ plan, report }: Pick<Audit, "plan" | "report">): string[] {
  const { subgroups, attributes, study, ledger } = report;
  const overall = subgroups.find(({ of }) => of.length === 0);
  const told: string[] = [];
  if (
    plan.outcome.kind === "binary" &&
    overall !== undefined &&
    overall.n !== 0 &&
    overall.n !== "SUPPRESSED" &&
    (overall.events === 0 || overall.events === overall.n)
  ) {
    const which = overall.events === 0 ? "none has" : "all have";
    told.push(
      `column "${plan.outcome.column}": of ${overall.n} rows ${which} the event (positive: ${plan.outcome.positive}), so every metric that needs both classes is undefined (ONE_CLASS). Check outcome.positive and how the rows were selected.`,
    );
  }
  for (const { id, crosses } of attributes) {
    if (crosses !== undefined) continue;
    const recorded = subgroups.some(
      ({ of, rows }) => of.length === 1 && of[0]!.attribute === id && of[0]!.level !== NOT_RECORDED && rows !== 0,
    );
    const column = plan.subgroups.find((s) => s.id === id)?.column;
    if (recorded || column === undefined) continue;
    told.push(
      `column "${column}": no row has "${id}" recorded, so its comparisons are undefined (NO_ROWS). Check the column and data.missing.`,
    );
  }
  if (study.patients?.repeated === true && plan.policy.assumeIndependentRows === undefined) {
    told.push(
      `column "${plan.patient ?? plan.unitOfAnalysis.by ?? ""}": ${ledger.cohortRows} rows are of ${study.patients.distinct} patients, so no interval assumes independent rows. To count each patient once, declare unitOfAnalysis with take: first, last or highest.`,
    );
  }
  return told;
}
