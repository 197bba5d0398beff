import type { ScoreCounts } from "@auscult/core";
import { sum } from "../numeric/sum.ts";
import { totalsOf } from "./totals.ts";
import { varianceFreedom } from "./variance-freedom.ts";

/** A quantity of one row that depends on its score and on whether the event happened. */
export type RowValue = (score: number, event: 0 | 1) => number;

export interface Mean {
  readonly value: number;
  /** For independent rows; 0 where there is only one. */
  readonly standardError: number;
  /** Of the standard error, for a t interval; absent where it is 0. */
  readonly degreesOfFreedom?: number;
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
  return {
    value,
    ...scaled(
      errorOfSum(counts, (s, y) => of(s, y) - value),
      weight,
    ),
  };
}

/** A standard error and its degrees of freedom, absent where it is 0. */
export type StandardError = Pick<Mean, "standardError" | "degreesOfFreedom">;

/** The error of a sum divided by a constant. */
export function scaled({ standardError, ...rest }: StandardError, divisor: number): StandardError {
  return { standardError: standardError / divisor, ...rest };
}

/**
 * Standard error of a sum over rows of contributions that add up to 0 (deviations, influence values), weighted where
 * the counts are: √(n/(n − 1) Σw²z²).
 */
export function errorOfSum(counts: ScoreCounts, contribution: RowValue): StandardError {
  const { score, positives, negatives, weighted } = counts;
  const { rows } = totalsOf(counts);
  if (rows < 2) return { standardError: 0 };
  const squares = new Float64Array(score.length);
  let fourths = 0;
  for (let i = 0; i < score.length; i++) {
    for (const y of [1, 0] as const) {
      const sum = (y === 1 ? (weighted?.positiveSquares ?? positives) : (weighted?.negativeSquares ?? negatives))[i]!;
      // What no row has is 0, though the quantity be infinite there.
      if (sum === 0) continue;
      const drawn = (y === 1 ? (weighted?.positiveRows ?? positives) : (weighted?.negativeRows ?? negatives))[i]!;
      const square = sum * contribution(score[i]!, y) ** 2;
      squares[i]! += square;
      fourths += square ** 2 / drawn;
    }
  }
  return errorFrom(sum(squares), fourths, rows);
}

/** √(n/(n − 1) Σz²) with its degrees of freedom, from Σz² and Σz⁴ over n rows. */
export function errorFrom(squares: number, fourths: number, rows: number): StandardError {
  // One row: 1/0 times 0 would be NaN.
  if (!(rows > 1 && squares > 0)) return { standardError: 0 };
  const standardError = Math.sqrt((rows / (rows - 1)) * squares);
  return { standardError, degreesOfFreedom: varianceFreedom(squares, fourths, rows) };
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
