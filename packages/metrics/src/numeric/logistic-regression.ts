import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { sum } from "./sum.ts";
import { type Family, type FitOptions, maximiseLikelihood, type MaximumLikelihoodFit } from "./maximum-likelihood.ts";

export type LogisticFit = MaximumLikelihoodFit;

/** One exponential serves all four terms; none of them cancels in either tail. */
const bernoulli: Family = (y, eta, into) => {
  const e = Math.exp(eta < 0 ? eta : -eta);
  const larger = 1 / (1 + e);
  const smaller = e * larger;
  const p = eta < 0 ? smaller : larger;
  const q = eta < 0 ? larger : smaller;
  const log = Math.log1p(e);
  into.mean = p;
  into.variance = p * q;
  into.residual = y * q - (1 - y) * p;
  // log q = −log(1 + exp(eta)) and log p = log q + eta; a share of 0 must not meet an infinite logarithm.
  const logQ = eta < 0 ? -log : -eta - log;
  const logP = eta < 0 ? eta - log : -log;
  into.logLikelihood = (y === 0 ? 0 : y * logP) + (y === 1 ? 0 : (1 - y) * logQ);
};

/** Fitted log odds that vary by this standard deviation, or reach this far, are a boundary and not an estimate. */
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
  const fit = maximiseLikelihood(columns, outcome, bernoulli, options);
  if (isUndefined(fit)) {
    const far = fit.furthest > furthestOf(options.offset) + BOUNDARY;
    return undefinedBecause(fit.reason === "NON_CONVERGENCE" && far ? "SEPARATION" : fit.reason);
  }
  const { offset } = options;
  const effect = fit.linearPredictor.map((eta, i) => eta - (offset?.[i] ?? 0));
  const atBoundary = spread(effect, options.weights) > BOUNDARY || fit.fitted.every((p) => p < 1e-8 || p > 1 - 1e-8);
  return atBoundary ? undefinedBecause("SEPARATION") : fit;
}

/** Log-likelihood of outcomes (0, 1, or shares of events) at given log odds: nothing is fitted. */
export function bernoulliLogLikelihood(outcome: Float64Array, logOdds: Float64Array, weights?: Float64Array): number {
  const terms = { mean: 0, variance: 0, residual: 0, logLikelihood: 0 };
  const each = logOdds.map((eta, i) => {
    bernoulli(outcome[i]!, eta, terms);
    return (weights?.[i] ?? 1) * terms.logLikelihood;
  });
  return sum(each);
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

function furthestOf(offset?: Float64Array): number {
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
