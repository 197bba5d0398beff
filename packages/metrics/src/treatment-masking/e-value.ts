import { type Undefined, undefinedBecause } from "../result.ts";

export interface EValue {
  /** How strongly, as a risk ratio with both, an unmeasured cause would have to be tied to factor and outcome to explain the ratio away; ≥ 1. */
  readonly point: number;
  /** The same for the limit nearer to 1; 1 where the interval holds 1. */
  readonly limit: number;
}

/**
 * E-value of a risk ratio and of its interval. It says how much confounding would be needed, not how much there is: it
 * is no proof either way.
 *
 * Undefined: ZERO_DENOMINATOR where the ratio is 0, infinite or not a number.
 * @see VanderWeele & Ding (2017) Ann Intern Med 167:268-274.
 */
export function eValue(ratio: number, interval: { readonly low: number; readonly high: number }): EValue | Undefined {
  if (!(ratio > 0 && ratio < Infinity)) return undefinedBecause("ZERO_DENOMINATOR");
  const crosses = interval.low <= 1 && interval.high >= 1;
  const nearer = ratio < 1 ? interval.high : interval.low;
  return { point: strengthNeeded(ratio), limit: crosses ? 1 : strengthNeeded(nearer) };
}

function strengthNeeded(ratio: number): number {
  const away = ratio < 1 ? 1 / ratio : ratio;
  return away + Math.sqrt(away * (away - 1));
}

/** The odds ratio of a common outcome (above 15 %) on the scale of a risk ratio: its square root. */
export function riskRatioOfOdds(oddsRatio: number): number {
  return Math.sqrt(oddsRatio);
}

/** The hazard ratio of a common outcome on the scale of a risk ratio: (1 − 0.5^√HR)/(1 − 0.5^√(1/HR)). */
export function riskRatioOfHazards(hazardRatio: number): number {
  return (1 - 0.5 ** Math.sqrt(hazardRatio)) / (1 - 0.5 ** Math.sqrt(1 / hazardRatio));
}

/**
 * The most by which an unmeasured cause can distort a risk ratio, given its risk ratios with the factor (`withFactor`)
 * and with the outcome (`withOutcome`), both ≥ 1.
 *
 * @see Ding & VanderWeele (2016) Epidemiology 27:368-377.
 */
export function boundingFactor(withFactor: number, withOutcome: number): number {
  return (withFactor * withOutcome) / (withFactor + withOutcome - 1);
}

/** A risk ratio moved towards 1, and past it, by the most that such a cause could have distorted it. */
export function ratioAfterBias(ratio: number, bound: number): number {
  return ratio < 1 ? ratio * bound : ratio / bound;
}
