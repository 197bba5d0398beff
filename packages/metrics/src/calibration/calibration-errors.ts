import type { ScoreCounts } from "@auscult/core";
import { meanOverRows } from "../inference/mean-over-rows.ts";
import { totalsOf } from "../inference/totals.ts";
import { countedQuantile } from "../numeric/spline.ts";

/** Distances, over rows, between predicted risk and the smoothed observed risk at that prediction. */
export interface CalibrationErrors {
  /** Mean: the integrated calibration index. */
  readonly ici: number;
  readonly e50: number;
  readonly e90: number;
  /** Largest over the predictions that occur. */
  readonly eMax: number;
}

/**
 * ICI, E50, E90 and Emax of any smoothed curve; `observed` runs parallel to the counts' score.
 *
 * @see Austin & Steyerberg (2019) Stat Med 38:4051-4065.
 */
export function calibrationErrors(counts: ScoreCounts, observed: Float64Array): CalibrationErrors {
  const { score, positives, negatives } = counts;
  const { rows, weight } = totalsOf(counts);
  const distance = score.map((p, i) => Math.abs(observed[i]! - p));
  const at = new Map(Array.from(score, (p, i) => [p, distance[i]!]));
  const order = Uint32Array.from(score.keys()).sort((a, b) => distance[a]! - distance[b]!);
  const ascending = Float64Array.from(order, (i) => distance[i]!);
  // Weights are brought to n rows, so that their unit does not matter.
  const share = Float64Array.from(order, (i) => (positives[i]! + negatives[i]!) * (rows / weight));
  return {
    ici: meanOverRows(counts, (p) => at.get(p)!).value,
    e50: countedQuantile(ascending, 0.5, share),
    e90: countedQuantile(ascending, 0.9, share),
    eMax: ascending[ascending.length - 1]!,
  };
}
