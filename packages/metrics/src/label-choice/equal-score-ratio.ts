import { type Effect, effectOf } from "../inference/effect.ts";
import { weightedCrossProduct } from "../numeric/linear-algebra.ts";
import { poissonRegression } from "../numeric/poisson-regression.ts";
import { clusterMeat, sandwich } from "../numeric/sandwich.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { type EqualScoreOptions, pairRows } from "./equal-score-gap.ts";

/**
 * Logarithm of the ratio of means of a count or a skewed amount (≥ 0) at equal score, group over reference: Poisson
 * quasi-likelihood on the spline of the percentile and the group, with HC0 or cluster-robust errors. exp of it is how
 * many times more conditions, or cost, the group has.
 *
 * Undefined: EMPTY_GROUP; IMPOSSIBLE_PREDICTION where a value is negative; ZERO_DENOMINATOR where all are 0;
 * NON_CONVERGENCE (a group without a single positive value has no ratio).
 * @see Santos Silva & Tenreyro (2006) Rev Econ Stat 88:641-658.
 */
export function ratioAtEqualScore(
  percentile: Float64Array,
  values: Float64Array,
  side: ArrayLike<number>,
  { level, sampling = {} }: EqualScoreOptions,
): Effect | Undefined {
  const part = pairRows(percentile, values, side, sampling);
  if (isUndefined(part)) return part;
  const { y, member, spline, weight, cluster } = part;
  if (y.some((v) => v < 0)) return undefinedBecause("IMPOSSIBLE_PREDICTION");
  const columns = [...spline, member];
  const fit = poissonRegression(columns, y, weight === undefined ? {} : { weights: weight });
  if (isUndefined(fit)) return fit;
  const last = columns.length - 1;
  if (cluster === undefined) {
    const squares = fit.scoreResiduals.map((r) => r * r);
    const covariance = sandwich(fit.covariance, weightedCrossProduct(columns, squares));
    return effectOf(fit.coefficients[last]!, covariance[last]![last]!, { level });
  }
  const { meat, clusters } = clusterMeat(columns, fit.scoreResiduals, cluster);
  const covariance = sandwich(fit.covariance, meat, clusters / (clusters - 1));
  return effectOf(fit.coefficients[last]!, covariance[last]![last]!, { level, degreesOfFreedom: clusters - 1 });
}
