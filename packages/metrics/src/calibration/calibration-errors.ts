import type { ScoreCounts } from "@auscult/core";
import { totalsOf } from "../inference/totals.ts";
import { sortTogether } from "../numeric/sort-together.ts";
import { countedQuantile } from "../numeric/spline.ts";
import { sum } from "../numeric/sum.ts";

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
  const mass = positives.map((events, i) => events + negatives[i]!);
  const ici = sum(distance.map((d, i) => d * mass[i]!)) / weight;
  if (mass.every((m) => m === mass[0])) {
    // Every prediction as often as any other: the centiles are those of the distances, and the sort needs no companion.
    const ascending = distance.sort();
    const equal = new Float64Array(ascending.length).fill(rows / ascending.length);
    return { ici, ...centiles(ascending, equal) };
  }
  // Weights are brought to n rows, so that their unit does not matter.
  const share = mass.map((m) => m * (rows / weight));
  sortTogether(distance, share);
  return { ici, ...centiles(distance, share) };
}

function centiles(ascending: Float64Array, counts: Float64Array): Omit<CalibrationErrors, "ici"> {
  return {
    e50: countedQuantile(ascending, 0.5, counts),
    e90: countedQuantile(ascending, 0.9, counts),
    eMax: ascending[ascending.length - 1]!,
  };
}
