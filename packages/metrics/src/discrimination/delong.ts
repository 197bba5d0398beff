import type { ScoreCounts } from "@auscult/core";
import { sum } from "../numeric/sum.ts";
import { type ClassTotal, classTotals } from "../class-totals.ts";
import { placements } from "./placements.ts";

export interface DeLong {
  readonly value: number;
  /** Absent with fewer than two rows in either class; 0 where the classes separate or the score is constant. */
  readonly variance?: number;
  /** Satterthwaite's, for a t interval; absent where the variance is absent or 0. */
  readonly degreesOfFreedom?: number;
}

/**
 * AUROC with DeLong's variance, from counts; with weights, the design-based variance that takes the weights as known.
 *
 * var = m/(m−1) Σ w²(V10 − A)² / W₊² + n/(n−1) Σ w²(V01 − A)² / W₋², which for equal weights is S10/m + S01/n.
 * Degrees of freedom follow Satterthwaite on m − 1 and n − 1, with Kish's effective rows where weighted.
 *
 * Needs at least one row in each class. Assumes independent rows.
 *
 * @see DeLong et al. (1988) Biometrics 44:837-845; Yao, Li & Graubard (2015) Biometrics 71:1004-1012, weights.
 */
export function delong(counts: ScoreCounts): DeLong {
  const { events, nonEvents } = classTotals(counts);
  const { ofEvents, ofNonEvents } = placements(counts);
  const value = weightedMean(ofEvents, counts.positives, events.weight);
  if (events.rows < 2 || nonEvents.rows < 2) return { value };
  const squaresOfEvents = counts.weighted?.positiveSquares ?? counts.positives;
  const squaresOfNonEvents = counts.weighted?.negativeSquares ?? counts.negatives;
  const fromEvents = varianceOfMean(ofEvents, value, squaresOfEvents, events);
  const fromNonEvents = varianceOfMean(ofNonEvents, value, squaresOfNonEvents, nonEvents);
  const variance = fromEvents + fromNonEvents;
  if (variance === 0) return { value, variance };
  const spread = fromEvents ** 2 / (events.effective - 1) + fromNonEvents ** 2 / (nonEvents.effective - 1);
  return { value, variance, degreesOfFreedom: variance ** 2 / spread };
}

/** Taken about the first row's value, so that the mean of equal values is that value to the last bit, whatever the weights. */
function weightedMean(values: Float64Array, weights: Float64Array, total: number): number {
  const first = weights.findIndex((w) => w > 0);
  const origin = values[first]!;
  const deviations = values.map((value, i) => (weights[i]! > 0 ? weights[i]! * (value - origin) : 0));
  return origin + sum(deviations) / total;
}

function varianceOfMean(
  values: Float64Array,
  mean: number,
  squares: Float64Array,
  { rows, weight }: ClassTotal,
): number {
  let about = 0;
  for (let i = 0; i < values.length; i++) {
    if (squares[i]! > 0) about += squares[i]! * (values[i]! - mean) ** 2;
  }
  return ((rows / (rows - 1)) * about) / weight ** 2;
}
