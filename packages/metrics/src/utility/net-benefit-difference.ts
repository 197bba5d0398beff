import { type PairedDifference, pairedDifference } from "../inference/paired-difference.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { exchangeRate } from "./contributions.ts";

/**
 * Net benefit of the first model less that of the second, on the same patients at one risk threshold. `outcome` is 0 or
 * 1; arrays run parallel. Assumes independent rows. Undefined: NOT_A_PROBABILITY for a threshold outside (0, 1); NO_ROWS;
 * MISSING_INPUT where a score is NaN or an outcome neither 0 nor 1.
 *
 * @see Marsh, Janes & Pepe (2020) Biometrics 76:843-852.
 */
export function netBenefitDifference(
  outcome: ArrayLike<number>,
  first: Float64Array,
  second: Float64Array,
  threshold: number,
  weights?: Float64Array,
): PairedDifference | Undefined {
  if (!(threshold > 0 && threshold < 1)) return undefinedBecause("NOT_A_PROBABILITY");
  const odds = exchangeRate(threshold);
  const differences = first.map((score, i) => {
    const known = (outcome[i] === 0 || outcome[i] === 1) && !Number.isNaN(score) && !Number.isNaN(second[i]!);
    if (!known) return Number.NaN;
    const flagged = (score >= threshold ? 1 : 0) - (second[i]! >= threshold ? 1 : 0);
    return flagged * (outcome[i] === 1 ? 1 : -odds);
  });
  return pairedDifference(differences, weights);
}
