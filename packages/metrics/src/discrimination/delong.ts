import type { ScoreCounts } from "@auscult/core";
import { type ClassTotal, classTotals } from "../class-totals.ts";

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
  const value = valueOf(counts, events.weight, nonEvents.weight);
  if (events.rows < 2 || nonEvents.rows < 2) return { value };
  const [fromEvents, fromNonEvents] = variancesOf(counts, value, events, nonEvents);
  const variance = fromEvents + fromNonEvents;
  if (variance === 0) return { value, variance };
  const spread = fromEvents ** 2 / (events.effective - 1) + fromNonEvents ** 2 / (nonEvents.effective - 1);
  return { value, variance, degreesOfFreedom: variance ** 2 / spread };
}

/**
 * Mean placement of the events, in one pass without arrays, compensated (Neumaier). Taken about the first event's
 * placement, so that the mean of equal placements is that placement to the last bit, whatever the weights.
 */
function valueOf({ positives, negatives }: ScoreCounts, allPositives: number, allNegatives: number): number {
  let negativesBelow = 0;
  let origin = -1;
  let total = 0;
  let lost = 0;
  for (let i = 0; i < positives.length; i++) {
    if (positives[i]! > 0) {
      const placement = (negativesBelow + negatives[i]! / 2) / allNegatives;
      if (origin < 0) origin = placement;
      // Placements rise with the score, so that terms and total are never below 0.
      const term = positives[i]! * (placement - origin);
      const next = total + term;
      lost += total >= term ? total - next + term : term - next + total;
      total = next;
    }
    negativesBelow += negatives[i]!;
  }
  return origin + (total + lost) / allPositives;
}

/** Variance of the mean placement over events, and over non-events. */
function variancesOf(
  { positives, negatives, weighted }: ScoreCounts,
  value: number,
  events: ClassTotal,
  nonEvents: ClassTotal,
): readonly [ofEvents: number, ofNonEvents: number] {
  const eventSquares = weighted?.positiveSquares ?? positives;
  const nonEventSquares = weighted?.negativeSquares ?? negatives;
  let negativesBelow = 0;
  let positivesBelow = 0;
  let ofEvents = 0;
  let ofNonEvents = 0;
  for (let i = 0; i < positives.length; i++) {
    const p = positives[i]!;
    const q = negatives[i]!;
    if (p > 0) ofEvents += eventSquares[i]! * ((negativesBelow + q / 2) / nonEvents.weight - value) ** 2;
    if (q > 0) {
      const placement = (events.weight - positivesBelow - p / 2) / events.weight;
      ofNonEvents += nonEventSquares[i]! * (placement - value) ** 2;
    }
    negativesBelow += q;
    positivesBelow += p;
  }
  return [
    ((events.rows / (events.rows - 1)) * ofEvents) / events.weight ** 2,
    ((nonEvents.rows / (nonEvents.rows - 1)) * ofNonEvents) / nonEvents.weight ** 2,
  ];
}
