import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { Range } from "./proportion.ts";
import { aboutLog } from "./proportion-ratio.ts";

export interface PairedPredictiveValue {
  readonly first: number;
  readonly second: number;
  /** Second over first. */
  readonly ratio: number;
  readonly logError: number;
  readonly interval: Range;
  /** Weighted generalised score test that the two are equal. */
  readonly chiSquared: number;
  readonly p: number;
}

/**
 * Positive predictive values of two models on the same patients: their ratio (second / first), by the influence of each
 * patient on its logarithm, and Kosinski's score test. For the negative one, give what is not flagged and the opposite
 * outcome.
 *
 * `outcome`, `first`, `second`  per patient 1 or 0: has the outcome, is flagged by each model
 * Undefined  ZERO_DENOMINATOR where a model flags nobody, or nobody who has the outcome.
 * Assumes    independent patients.
 *
 * @see Moskowitz & Pepe (2006) Clin Trials 3:272-279; Kosinski (2013) Stat Med 32:964-977.
 */
export function pairedPredictiveValue(
  outcome: ArrayLike<number>,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  level: number,
): PairedPredictiveValue | Undefined {
  const n = outcome.length;
  const flagged = [0, 0];
  const hits = [0, 0];
  for (let i = 0; i < n; i++) {
    for (const [k, flags] of [first, second].entries()) {
      if (flags[i] !== 1) continue;
      flagged[k]! += 1;
      hits[k]! += outcome[i]!;
    }
  }
  if (hits[0] === 0 || hits[1] === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const a = hits[0]! / flagged[0]!;
  const b = hits[1]! / flagged[1]!;
  const pooled = (hits[0]! + hits[1]!) / (flagged[0]! + flagged[1]!);
  let squares = 0;
  let shared = 0;
  for (let i = 0; i < n; i++) {
    const y = outcome[i]!;
    const influence = (second[i]! * (y - b)) / hits[1]! - (first[i]! * (y - a)) / hits[0]!;
    squares += influence ** 2;
    if (first[i] === 1 && second[i] === 1) shared += (y - pooled) ** 2;
  }
  const overlap = shared / (flagged[0]! + flagged[1]!);
  const variance = (pooled * (1 - pooled) - 2 * overlap) * (1 / flagged[0]! + 1 / flagged[1]!);
  const chiSquared = a === b ? 0 : (b - a) ** 2 / variance;
  const logError = Math.sqrt(squares);
  return {
    first: a,
    second: b,
    ratio: b / a,
    logError,
    interval: aboutLog(b / a, logError, level),
    chiSquared,
    p: chiSquaredUpperTail(chiSquared, 1),
  };
}
