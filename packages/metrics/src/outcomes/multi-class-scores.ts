import { type Undefined, undefinedBecause } from "../result.ts";
import { classRows, type MultiClass } from "./multi-class.ts";

export interface MultiClassScores {
  /** Mean of −log of the probability given to what happened; Infinity where that was 0. */
  readonly logLoss: number;
  /** Mean over patients of the sum over classes of (happened − probability)²: 0 to 2. Some programs halve it. */
  readonly brierSum: number;
}

/**
 * Proper scores of multi-class probabilities.
 *
 * Probabilities are taken as they are given: they are neither clipped nor made to sum to 1.
 * Undefined   NO_ROWS; NOT_A_PROBABILITY where one lies outside [0, 1].
 */
export function multiClassScores(multiClass: MultiClass): MultiClassScores | Undefined {
  const { outcome, probability } = multiClass;
  if (outcome.length === 0) return undefinedBecause("NO_ROWS");
  classRows(multiClass);
  let logs = 0;
  let squares = 0;
  for (let i = 0; i < outcome.length; i++) {
    for (const [k, column] of probability.entries()) {
      const p = column[i]!;
      if (!(p >= 0 && p <= 1)) return undefinedBecause("NOT_A_PROBABILITY");
      squares += ((outcome[i] === k ? 1 : 0) - p) ** 2;
      if (outcome[i] === k) logs -= Math.log(p);
    }
  }
  return { logLoss: logs / outcome.length, brierSum: squares / outcome.length };
}
