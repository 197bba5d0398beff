import type { ScoreCounts } from "@auscult/core";
import { sum } from "../numeric/sum.ts";
import { totalsOf } from "./totals.ts";

/** A quantity of one row that depends on its score and on whether the event happened. */
export type RowValue = (score: number, event: 0 | 1) => number;

export interface Mean {
  readonly value: number;
  /** For independent rows; 0 where there is only one. */
  readonly standardError: number;
}

/**
 * Mean over rows of a quantity, with the standard error sd/√n for independent rows. With sampling weights, the weighted
 * mean with its linearised standard error √(n/(n − 1) Σw²(z − mean)²)/Σw, which is sd/√n where all weights are equal.
 *
 * @see Lumley (2010) Complex Surveys, ch. 2.
 */
export function meanOverRows(counts: ScoreCounts, of: RowValue): Mean {
  const { weight } = totalsOf(counts);
  const value = weightedSum(counts, of) / weight;
  return { value, standardError: standardErrorOfSum(counts, (s, y) => of(s, y) - value) / weight };
}

/**
 * Standard error of a sum over rows of contributions that add up to 0 (deviations, influence values), weighted where
 * the counts are: √(n/(n − 1) Σw²z²).
 */
export function standardErrorOfSum(counts: ScoreCounts, contribution: RowValue): number {
  const { score, positives, negatives, weighted } = counts;
  const { rows } = totalsOf(counts);
  if (rows < 2) return 0;
  const squares = new Float64Array(score.length);
  for (let i = 0; i < score.length; i++) {
    const s = score[i]!;
    squares[i] =
      square((weighted?.positiveSquares ?? positives)[i]!, contribution, s, 1) +
      square((weighted?.negativeSquares ?? negatives)[i]!, contribution, s, 0);
  }
  return Math.sqrt((rows / (rows - 1)) * sum(squares));
}

// What no row has is 0, though the quantity be infinite there.
function square(weight: number, of: RowValue, score: number, event: 0 | 1): number {
  return weight === 0 ? 0 : weight * of(score, event) ** 2;
}

function weightedSum({ score, positives, negatives }: ScoreCounts, of: RowValue): number {
  const terms = new Float64Array(score.length);
  for (let i = 0; i < score.length; i++) {
    const s = score[i]!;
    const events = positives[i]!;
    const nonEvents = negatives[i]!;
    terms[i] = (events === 0 ? 0 : events * of(s, 1)) + (nonEvents === 0 ? 0 : nonEvents * of(s, 0));
  }
  return sum(terms);
}
