import { expit, log1pexp } from "./logit.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { sum } from "./sum.ts";
import { type Family, type FitOptions, maximiseLikelihood, type MaximumLikelihoodFit } from "./maximum-likelihood.ts";

export type LogisticFit = MaximumLikelihoodFit;

const bernoulli: Family = {
  mean: expit,
  variance: (eta) => expit(eta) * expit(-eta),
  residual: (y, eta) => y * expit(-eta) - (1 - y) * expit(eta),
  logLikelihood: (y, eta) => -(y === 0 ? 0 : y * log1pexp(-eta)) - (y === 1 ? 0 : (1 - y) * log1pexp(eta)),
};

/** A coefficient this large per standard deviation, or a shift this large, is a boundary and not an estimate. */
const BOUNDARY = 15;

/**
 * Logistic regression by maximum likelihood.
 *
 * Shapes      `columns` are the design's columns of length n, the column of ones included where an intercept is
 *             wanted; `outcome` is 0 or 1, or the share of events among `weights[i]` equal rows: a fit on counts is
 *             the fit on the rows.
 * Error       `covariance` is the inverse information: for rows or counts. With design weights or clusters combine
 *             `covariance` and `scoreResiduals` by `sandwich`.
 * Undefined   SEPARATION where a combination of columns parts events from non-events (one class alone included), so
 *             that the likelihood has no maximum; NON_CONVERGENCE where a column is a combination of the others or
 *             the steps do not settle; NO_ROWS.
 *
 * @see McCullagh & Nelder (1989) Generalized Linear Models, ch. 4; Albert & Anderson (1984) Biometrika 71:1-10.
 */
export function logisticRegression(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  options: FitOptions = {},
): LogisticFit | Undefined {
  if (oneClass(outcome, options.weights)) {
    return undefinedBecause(outcome.length === 0 ? "NO_ROWS" : "SEPARATION");
  }
  let furthest = 0;
  const watched: Family = {
    ...bernoulli,
    variance: (eta) => {
      if (Math.abs(eta) > furthest) furthest = Math.abs(eta);
      return bernoulli.variance(eta);
    },
  };
  const fit = maximiseLikelihood(columns, outcome, watched, options);
  if (isUndefined(fit)) {
    const reach = furthestOffset(options.offset);
    return fit.reason === "NON_CONVERGENCE" && furthest > reach + BOUNDARY ? undefinedBecause("SEPARATION") : fit;
  }
  const steep = columns.some(
    (column, j) => Math.abs(fit.coefficients[j]!) * spread(column, options.weights) > BOUNDARY,
  );
  return steep || fit.fitted.every((p) => p < 1e-8 || p > 1 - 1e-8) ? undefinedBecause("SEPARATION") : fit;
}

/** Log-likelihood of outcomes (0, 1, or shares of events) at given log odds: nothing is fitted. */
export function bernoulliLogLikelihood(outcome: Float64Array, logOdds: Float64Array, weights?: Float64Array): number {
  return sum(logOdds.map((x, i) => (weights?.[i] ?? 1) * bernoulli.logLikelihood(outcome[i]!, x)));
}

function oneClass(outcome: Float64Array, weights?: Float64Array): boolean {
  let events = false;
  let nonEvents = false;
  for (let i = 0; i < outcome.length; i++) {
    if (weights?.[i] === 0) continue;
    if (outcome[i]! > 0) events = true;
    if (outcome[i]! < 1) nonEvents = true;
    if (events && nonEvents) return false;
  }
  return true;
}

function furthestOffset(offset?: Float64Array): number {
  let furthest = 0;
  for (const value of offset ?? []) if (Math.abs(value) > furthest) furthest = Math.abs(value);
  return furthest;
}

function spread(column: Float64Array, weights?: Float64Array): number {
  let rows = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < column.length; i++) {
    const w = weights?.[i] ?? 1;
    if (w === 0) continue;
    rows += w;
    const delta = column[i]! - mean;
    mean += (w / rows) * delta;
    squares += w * delta * (column[i]! - mean);
  }
  return Math.sqrt(squares / rows);
}
