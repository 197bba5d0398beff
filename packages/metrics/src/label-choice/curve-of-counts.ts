import type { LabelCounts } from "@auscult/core";
import { effectOf } from "../inference/effect.ts";
import type { PercentileBin } from "./percentile-curve.ts";

/** Rows at each distinct score, ascending: all that percentiles are made over, whether or not they have the label. */
export interface RowsByScore {
  readonly score: Float64Array;
  readonly count: Float64Array;
}

/**
 * The label-choice curve from counts alone: `meanByPercentile` for whoever has a tally and no rows. Percentiles are made
 * over `all`; each group's label comes as its moments at each score. Intervals are Student's t, also for shares.
 *
 * A group's score that `all` lacks is a RangeError: the two are not of one tally.
 */
export function meanByPercentileOfCounts(
  all: RowsByScore,
  groups: readonly LabelCounts[],
  { bins, level }: { readonly bins: number; readonly level: number },
): PercentileBin[][] {
  const total = all.count.reduce((n, count) => n + count, 0);
  const binOf = new Map<number, number>();
  let below = 0;
  all.score.forEach((score, i) => {
    const rank = below + (all.count[i]! + 1) / 2;
    binOf.set(score, Math.min(Math.ceil((bins * rank) / total), bins) - 1);
    below += all.count[i]!;
  });
  return groups.map((group) => {
    const moments = Array.from({ length: bins }, () => ({ rows: 0, sum: 0, squares: 0 }));
    group.score.forEach((score, i) => {
      const bin = binOf.get(score);
      if (bin === undefined) throw new RangeError(`a group has score ${score}, which the rows as a whole have not`);
      const at = moments[bin]!;
      at.rows += group.count[i]!;
      at.sum += group.sum[i]!;
      at.squares += group.sumOfSquares[i]!;
    });
    return moments.map(({ rows, sum, squares }, b): PercentileBin => {
      const place = { from: (100 * b) / bins, to: (100 * (b + 1)) / bins, rows };
      if (rows === 0) return { ...place, mean: null, interval: null };
      const mean = sum / rows;
      const spread = Math.max(0, squares - sum * mean);
      const variance = rows < 2 ? Number.NaN : spread / (rows - 1) / rows;
      return { ...place, mean, interval: effectOf(mean, variance, { level, degreesOfFreedom: rows - 1 }).interval };
    });
  });
}
