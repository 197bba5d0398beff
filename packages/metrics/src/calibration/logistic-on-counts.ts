import type { ScoreCounts } from "@auscult/core";
import { totalsOf } from "../inference/totals.ts";
import { type Matrix, weightedCrossProduct } from "../numeric/linear-algebra.ts";
import { bernoulliLogLikelihood, type LogisticFit, logisticRegression } from "../numeric/logistic-regression.ts";
import { sandwich } from "../numeric/sandwich.ts";
import { isUndefined, type Undefined } from "../result.ts";

/**
 * Logistic regression of the outcome on columns given per distinct score. `covariance` is the inverse information, or
 * for weighted counts the design-based (linearised) one with n/(n − 1); `logLikelihood` is then a pseudo-likelihood
 * that no likelihood ratio test may use.
 */
export function logisticOnCounts(
  counts: ScoreCounts,
  columns: readonly Float64Array[],
  offset?: Float64Array,
): LogisticFit | Undefined {
  const { weighted } = counts;
  const { share, weights } = shares(counts);
  const fit = logisticRegression(columns, share, offset === undefined ? { weights } : { weights, offset });
  if (isUndefined(fit) || weighted === undefined) return fit;
  const { rows } = totalsOf(counts);
  const contributions = fit.fitted.map(
    (p, i) => weighted.positiveSquares[i]! * (1 - p) ** 2 + weighted.negativeSquares[i]! * p ** 2,
  );
  const covariance: Matrix = sandwich(fit.covariance, weightedCrossProduct(columns, contributions), rows / (rows - 1));
  return { ...fit, covariance };
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
