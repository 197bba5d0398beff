import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { linearRegression } from "./linear-regression.ts";
import { type Family, type FitOptions, maximiseLikelihood, type MaximumLikelihoodFit } from "./maximum-likelihood.ts";

const poisson: Family = (y, eta, into) => {
  const mean = Math.exp(eta);
  into.mean = mean;
  into.variance = mean;
  into.residual = y - mean;
  into.logLikelihood = (y === 0 ? 0 : y * eta) - mean;
};

/**
 * Poisson quasi-maximum-likelihood regression with a log link: exp(coefficient) is a ratio of means for any outcome
 * that is ≥ 0 (counts, costs), not only a Poisson one. Take standard errors from `sandwich` (HC0:
 * `sandwich(fit.covariance, weightedCrossProduct(columns, squares of fit.scoreResiduals))`), for the inverse
 * information believes that the variance equals the mean.
 *
 * `logLikelihood` leaves out the constant Σ log y!. `columns` hold the column of ones where an intercept is wanted.
 * Undefined: ZERO_DENOMINATOR where every outcome is 0; NON_CONVERGENCE; NO_ROWS.
 *
 * @see Gourieroux, Monfort & Trognon (1984) Econometrica 52:701-720; Santos Silva & Tenreyro (2006) Rev Econ Stat 88:641.
 */
export function poissonRegression(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  options: FitOptions = {},
): MaximumLikelihoodFit | Undefined {
  if (outcome.length === 0) return undefinedBecause("NO_ROWS");
  const { offset, weights } = options;
  let total = 0;
  let rows = 0;
  for (let i = 0; i < outcome.length; i++) {
    const w = weights?.[i] ?? 1;
    total += w * outcome[i]!;
    rows += w;
  }
  if (!(total > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const mean = total / rows;
  const guess = outcome.map((y, i) => Math.log((y + mean) / 2) - (offset?.[i] ?? 0));
  const start = linearRegression(columns, guess, weights === undefined ? {} : { weights });
  const fit = maximiseLikelihood(columns, outcome, poisson, {
    ...options,
    ...(isUndefined(start) ? {} : { start: start.coefficients }),
  });
  return isUndefined(fit) ? undefinedBecause(fit.reason) : fit;
}
