import { type AuditPlan, type Cohort, countRows, type Subgroup, subgroupRows, type Tally } from "@auscult/core";
import type { SubgroupFacts } from "@auscult/report";
import { happenedIn } from "./happened-in.ts";

/** Each subgroup's rows, accounted for: shares are null where there is nothing to divide by. */
export function subgroupFacts(
  plan: AuditPlan,
  cohort: Cohort,
  tally: Tally,
  subgroups: readonly Subgroup[],
): SubgroupFacts[] {
  const counts = countRows(tally, subgroups);
  const all = counts[0]?.rows ?? 0;
  const binary = plan.outcome.kind === "binary";
  return subgroups.map((subgroup, i) => {
    const { id, of } = subgroup;
    const { rows, missingScore, missingOutcome, analysed, events } = counts[i]!;
    return {
      id,
      of,
      rows,
      n: analysed,
      events,
      missingScore,
      missingOutcome,
      share: share(rows, all),
      prevalence: binary ? share(events, analysed) : null,
      missingScoreShare: share(missingScore, rows),
      missingOutcomeShare: share(missingOutcome, rows),
      ...(binary ? {} : { happened: happenedIn(plan, cohort, subgroupRows(cohort, subgroup)) }),
    };
  });
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
