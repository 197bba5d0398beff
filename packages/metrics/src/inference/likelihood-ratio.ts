import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";

export interface LikelihoodRatioTest {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** Twice the gain in log-likelihood of the larger of two nested models, against χ². Rounding below 0 counts as 0. */
export function likelihoodRatioTest(smaller: number, larger: number, degreesOfFreedom: number): LikelihoodRatioTest {
  const chiSquared = Math.max(0, 2 * (larger - smaller));
  return { chiSquared, degreesOfFreedom, p: chiSquaredUpperTail(chiSquared, degreesOfFreedom) };
}
