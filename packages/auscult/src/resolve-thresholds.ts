import type { AuditPlan, ScoreCounts } from "@auscult/core";
import { isUndefined, thresholdForCapacity, thresholdForTopFraction } from "@auscult/metrics";
import type { ResolvedThreshold } from "@auscult/report";

/** The plan's thresholds as scores of this cohort, each once; one that cannot be found (no rows) is left out. */
export function resolveThresholds({ thresholds }: AuditPlan, overall: ScoreCounts): ResolvedThreshold[] {
  const resolved = thresholds.flatMap((declared): ResolvedThreshold[] => {
    if ("at" in declared) return [{ value: declared.at, how: "at", reason: declared.reason }];
    const byShare = "topFraction" in declared;
    const found = byShare
      ? thresholdForTopFraction(overall, declared.topFraction)
      : thresholdForCapacity(overall, declared.capacity);
    if (isUndefined(found)) return [];
    return [
      {
        value: found.threshold,
        how: byShare ? "topFraction" : "capacity",
        requested: byShare ? declared.topFraction : declared.capacity,
        flagged: found.flagged,
        reason: declared.reason,
      },
    ];
  });
  return resolved.filter(({ value }, i) => resolved.findIndex((r) => r.value === value) === i);
}
