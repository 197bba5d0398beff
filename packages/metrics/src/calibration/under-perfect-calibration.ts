import type { ScoreCounts } from "@auscult/core";
import { quantile7 } from "../numeric/quantile.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { notPredictions } from "./predictions.ts";

/** What a calibration statistic would be by chance alone, were every prediction right. */
export interface UnderPerfectCalibration {
  readonly mean: number;
  readonly median: number;
  /** 95th centile: a larger observed value is more than chance gives in 19 of 20 samples. */
  readonly upper: number;
  readonly replicates: number;
  /** Replicates in which the statistic was undefined and which are not in the summary. */
  readonly undefinedReplicates: number;
}

/**
 * Simulates outcomes y ~ Bernoulli(p) at the predictions as they are and summarises the statistic over them. ICI, Emax,
 * MCB and ECE cannot be negative and are above 0 for a perfect model; this is how far above.
 *
 * `random` gives uniform numbers in [0, 1), as many as there are rows for each replicate, and is the only source of
 * chance: the same stream gives the same answer. MISSING_INPUT for weighted counts (rows' own weights are not in them).
 */
export function underPerfectCalibration(
  counts: ScoreCounts,
  statistic: (counts: ScoreCounts) => number | Undefined,
  { random, replicates }: { readonly random: () => number; readonly replicates: number },
): UnderPerfectCalibration | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  if (counts.weighted !== undefined) return undefinedBecause("MISSING_INPUT");
  const { score } = counts;
  const rows = counts.positives.map((events, i) => events + counts.negatives[i]!);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const positives = rows.map((n, i) => {
      let events = 0;
      for (let row = 0; row < n; row++) if (random() < score[i]!) events++;
      return events;
    });
    const value = statistic({ score, positives, negatives: rows.map((n, i) => n - positives[i]!) });
    if (typeof value === "number") values.push(value);
  }
  if (values.length === 0) return undefinedBecause("TOO_FEW_EVENTS");
  values.sort((a, b) => a - b);
  return {
    mean: sum(values) / values.length,
    median: quantile7(values, 0.5),
    upper: quantile7(values, 0.95),
    replicates: values.length,
    undefinedReplicates: replicates - values.length,
  };
}
