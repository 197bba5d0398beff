import { twoSidedP } from "../inference/wald.ts";
import { binomialCdf, binomialProbability, binomialUpperTail } from "../numeric/binomial.ts";
import { logit } from "../numeric/logit.ts";
import { normalUpperTail } from "../numeric/normal.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** Probabilities this close count as equal, as in R's binom.test. */
const EQUAL = 1 + 1e-7;

export interface ProportionClaim {
  readonly value: number;
  /** Exact two-sided p of "the claim holds": outcomes no more probable than this one. */
  readonly exactP: number;
  /** Exact p of "no worse than claimed": small where the local result is worse. */
  readonly worseP: number;
  readonly scoreZ: number;
  readonly scoreP: number;
  /** Exact p of "below claim − margin": acceptance needs it small. */
  readonly nonInferiorityP: number;
  readonly nonInferiorityZ: number;
}

/**
 * A local sensitivity, specificity or predictive value against the vendor's claim, which is taken as a fixed number.
 *
 * Acceptance is non-inferiority to claim − margin, with a margin declared beforehand. That the difference from the claim
 * is not significant is no acceptance: a small enough sample never finds one.
 *
 * Undefined  NO_ROWS; NOT_A_PROBABILITY where the claim or claim − margin is not strictly between 0 and 1.
 * Assumes    independent rows.
 *
 * @see Clopper & Pearson (1934) Biometrika 26:404-413; Wilson (1927) J Am Stat Assoc 22:209-212; Debray et al (2017) BMJ
 * 356:i6460.
 */
export function proportionAgainstClaim(
  { hits, rows }: { readonly hits: number; readonly rows: number },
  claim: number,
  margin: number,
): ProportionClaim | Undefined {
  if (!(rows > 0)) return undefinedBecause("NO_ROWS");
  const least = claim - margin;
  if (!(claim > 0 && claim < 1 && least > 0 && least < 1)) return undefinedBecause("NOT_A_PROBABILITY");
  const value = hits / rows;
  const scoreAgainst = (p: number): number => (value - p) / Math.sqrt((p * (1 - p)) / rows);
  const scoreZ = scoreAgainst(claim);
  return {
    value,
    exactP: exactTwoSided(hits, rows, claim),
    worseP: binomialCdf(hits, rows, claim),
    scoreZ,
    scoreP: twoSidedP(scoreZ),
    nonInferiorityP: binomialUpperTail(hits, rows, least),
    nonInferiorityZ: scoreAgainst(least),
  };
}

/** An estimate with its standard error. */
interface Measured {
  readonly value: number;
  readonly standardError: number;
}

export interface AurocClaim {
  /** The claim taken as a fixed number. */
  readonly fixedClaimZ: number;
  /** With the claim's own standard error, and the same on the logit scale; where it is known. */
  readonly z?: number;
  readonly logitZ?: number;
  /** p of "below claim − margin": acceptance needs it small. */
  readonly nonInferiorityP: number;
}

/**
 * A local AUROC against the vendor's claim. Where the claim came without a standard error or interval it can only be taken
 * as fixed: the report must say so. Patients of another case mix have another AUROC with the same model: see
 * `modelBasedConcordance`.
 *
 * Undefined  ZERO_DENOMINATOR without a standard error above 0; NOT_A_PROBABILITY where the claim is not strictly between
 *            0 and 1, or the local value outside 0 to 1.
 *
 * @see Debray et al (2017) BMJ 356:i6460, for the logit scale.
 */
export function aurocAgainstClaim(
  local: Measured,
  claim: { readonly value: number; readonly standardError?: number },
  margin: number,
): AurocClaim | Undefined {
  const { value, standardError } = local;
  if (!(claim.value > 0 && claim.value < 1 && value >= 0 && value <= 1)) return undefinedBecause("NOT_A_PROBABILITY");
  if (!(standardError > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const difference = value - claim.value;
  const fixed = {
    fixedClaimZ: difference / standardError,
    nonInferiorityP: normalUpperTail((difference + margin) / standardError),
  };
  if (claim.standardError === undefined) return fixed;
  const z = difference / Math.hypot(standardError, claim.standardError);
  // The logit of 0 or 1 is infinite: there is no such z.
  if (value === 0 || value === 1) return { ...fixed, z };
  const logitError = standardError / (value * (1 - value));
  const claimError = claim.standardError / (claim.value * (1 - claim.value));
  return { ...fixed, z, logitZ: (logit(value) - logit(claim.value)) / Math.hypot(logitError, claimError) };
}

/** The outcomes that are no more probable than the one seen, in both tails. */
function exactTwoSided(hits: number, rows: number, p: number): number {
  const most = binomialProbability(hits, rows, p) * EQUAL;
  const atMost = (k: number): boolean => binomialProbability(k, rows, p) <= most;
  const expected = rows * p;
  if (hits === expected) return 1;
  if (hits < expected) {
    // Probabilities fall above the expectation: the first that is small enough.
    let [low, high] = [Math.ceil(expected), rows + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (atMost(middle)) high = middle;
      else low = middle + 1;
    }
    return Math.min(1, binomialCdf(hits, rows, p) + binomialUpperTail(low, rows, p));
  }
  let [low, high] = [-1, Math.floor(expected)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (atMost(middle)) low = middle;
    else high = middle - 1;
  }
  return Math.min(1, binomialCdf(low, rows, p) + binomialUpperTail(hits, rows, p));
}
