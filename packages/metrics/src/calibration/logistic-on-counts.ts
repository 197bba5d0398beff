import type { ScoreCounts } from "@auscult/core";
import { totalsOf } from "../inference/totals.ts";
import { type Matrix, weightedCrossProduct } from "../numeric/linear-algebra.ts";
import { bernoulliLogLikelihood, type LogisticFit, logisticRegression } from "../numeric/logistic-regression.ts";
import { sandwich } from "../numeric/sandwich.ts";
import { isUndefined, type Undefined } from "../result.ts";

/** Above this many distinct scores the search starts from a fit on groups of neighbours. */
const MANY = 10_000;
const GROUPS = 1024;

export interface FitOnCounts {
  /** Added to the linear predictor at each distinct score. */
  readonly offset?: Float64Array;
  /** Coefficients of a fit on nearly the same counts. Where the search ends does not depend on it. */
  readonly start?: Float64Array;
}

/**
 * Logistic regression of the outcome on columns given per distinct score. `covariance` is the inverse information, or
 * for weighted counts the design-based (linearised) one with n/(n − 1); `logLikelihood` is then a pseudo-likelihood
 * that no likelihood ratio test may use.
 */
export function logisticOnCounts(
  counts: ScoreCounts,
  columns: readonly Float64Array[],
  options: FitOnCounts = {},
): LogisticFit | Undefined {
  const { weighted } = counts;
  const { offset } = options;
  const { share, weights } = shares(counts);
  const start = options.start ?? (share.length > MANY ? coarseStart(columns, share, weights, offset) : undefined);
  const fit = logisticRegression(columns, share, {
    weights,
    ...(offset === undefined ? {} : { offset }),
    ...(start === undefined ? {} : { start }),
  });
  if (isUndefined(fit) || weighted === undefined) return fit;
  const { rows } = totalsOf(counts);
  const contributions = fit.fitted.map(
    (p, i) => weighted.positiveSquares[i]! * (1 - p) ** 2 + weighted.negativeSquares[i]! * p ** 2,
  );
  const covariance: Matrix = sandwich(fit.covariance, weightedCrossProduct(columns, contributions), rows / (rows - 1));
  return { ...fit, covariance };
}

/**
 * Coefficients of the fit on means of neighbouring scores: near enough that two or three exact steps end the search.
 * Where that fit fails the search starts from 0 as it would otherwise.
 */
function coarseStart(
  columns: readonly Float64Array[],
  share: Float64Array,
  weights: Float64Array,
  offset?: Float64Array,
): Float64Array | undefined {
  const k = share.length;
  const mass = new Float64Array(GROUPS);
  for (let i = 0; i < k; i++) mass[Math.floor((i * GROUPS) / k)]! += weights[i]!;
  const mean = (column: Float64Array): Float64Array => {
    const total = new Float64Array(GROUPS);
    for (let i = 0; i < k; i++) total[Math.floor((i * GROUPS) / k)]! += weights[i]! * column[i]!;
    return total.map((sum, g) => sum / mass[g]!);
  };
  const fit = logisticRegression(columns.map(mean), mean(share), {
    weights: mass,
    ...(offset === undefined ? {} : { offset: mean(offset) }),
  });
  return isUndefined(fit) ? undefined : fit.coefficients;
}

/** Log-likelihood of the outcomes at given log odds, per distinct score. */
export function logLikelihoodAt(counts: ScoreCounts, logOdds: Float64Array): number {
  const { share, weights } = shares(counts);
  return bernoulliLogLikelihood(share, logOdds, weights);
}

/** Share of events and number of rows (sum of weights) at each distinct score. */
function shares({ positives, negatives }: ScoreCounts): {
  readonly share: Float64Array;
  readonly weights: Float64Array;
} {
  const weights = positives.map((events, i) => events + negatives[i]!);
  return { share: positives.map((events, i) => (events === 0 ? 0 : events / weights[i]!)), weights };
}
