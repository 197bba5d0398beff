import { countRows, type Subgroup, type Tally } from "@auscult/core";
import type { SubgroupFacts } from "@auscult/report";

/** Each subgroup's rows, accounted for: shares are null where there is nothing to divide by. */
export function subgroupFacts(tally: Tally, subgroups: readonly Subgroup[]): SubgroupFacts[] {
  const counts = countRows(tally, subgroups);
  const all = counts[0]?.rows ?? 0;
  return subgroups.map(({ id, of }, i) => {
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
      prevalence: share(events, analysed),
      missingScoreShare: share(missingScore, rows),
      missingOutcomeShare: share(missingOutcome, rows),
    };
  });
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
