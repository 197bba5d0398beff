import { type PairedDifference, pairedDifference } from "../inference/paired-difference.ts";
import type { Undefined } from "../result.ts";

/**
 * Brier score of the first predictions less that of the second, on the same rows: below 0 the first are better.
 * `outcome` is 0 or 1; arrays run parallel. Assumes independent rows. Undefined: NO_ROWS; MISSING_INPUT
 * where a prediction or an outcome is NaN.
 *
 * @see Redelmeier, Bloch & Hickam (1991) J Clin Epidemiol 44:1141-1146.
 */
export function brierDifference(
  outcome: ArrayLike<number>,
  first: Float64Array,
  second: Float64Array,
  weights?: Float64Array,
): PairedDifference | Undefined {
  return pairedDifference(
    first.map((p, i) => (p - outcome[i]!) ** 2 - (second[i]! - outcome[i]!) ** 2),
    weights,
  );
}
