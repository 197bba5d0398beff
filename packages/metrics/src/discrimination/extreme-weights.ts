import type { ScoreCounts } from "@auscult/core";
import { classTotals } from "../class-totals.ts";

const TIMES_THE_MEAN = 20;

/**
 * Whether some row weighs more than 20 times the mean weight of its class: a few patients then decide the result.
 *
 * Counts keep Σw and Σw² at each score, not each row's weight. Their ratio is a lower bound on the largest weight there,
 * and is that weight where the score is one row's, so that nothing is flagged that is not extreme.
 */
export function extremeWeights(counts: ScoreCounts): boolean {
  const { weighted, positives, negatives } = counts;
  if (weighted === undefined) return false;
  const { events, nonEvents } = classTotals(counts);
  return (
    largest(positives, weighted.positiveSquares) > (TIMES_THE_MEAN * events.weight) / events.rows ||
    largest(negatives, weighted.negativeSquares) > (TIMES_THE_MEAN * nonEvents.weight) / nonEvents.rows
  );
}

function largest(weights: Float64Array, squares: Float64Array): number {
  let most = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! > 0) most = Math.max(most, squares[i]! / weights[i]!);
  }
  return most;
}
