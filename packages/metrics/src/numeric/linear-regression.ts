import { type Undefined, undefinedBecause } from "../result.ts";
import {
  cholesky,
  inverseCholesky,
  linearPredictor,
  type Matrix,
  project,
  solveCholesky,
  weightedCrossProduct,
} from "./linear-algebra.ts";
import { clusterMeat, sandwich } from "./sandwich.ts";

export interface LinearFit {
  readonly coefficients: Float64Array;
  /** (XᵀWX)⁻¹, the bread of a sandwich. */
  readonly bread: Matrix;
  /** Ordinary covariance: residual variance × bread, on n − k degrees of freedom; absent where n = k. */
  readonly covariance?: Matrix;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** weight × residual of each row: times the row of the design, its contribution to the score. */
  readonly scoreResiduals: Float64Array;
  readonly degreesOfFreedom: number;
}

/**
 * Least squares, optionally weighted. `columns` hold the column of ones where an intercept is wanted.
 *
 * NON_CONVERGENCE where a column is a combination of the others or there are fewer rows than columns; NO_ROWS.
 */
export function linearRegression(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  { weights }: { readonly weights?: Float64Array } = {},
): LinearFit | Undefined {
  const n = outcome.length;
  const k = columns.length;
  if (n === 0 || k === 0) return undefinedBecause("NO_ROWS");
  const w = weights ?? new Float64Array(n).fill(1);
  const scale = columns.map((column) => Math.sqrt(column.reduce((total, x, i) => total + w[i]! * x * x, 0) / n));
  if (n < k || scale.some((s) => !(s > 0) || !Number.isFinite(s))) return undefinedBecause("NON_CONVERGENCE");
  const design = columns.map((column, j) => column.map((x) => x / scale[j]!));
  const lower = cholesky(weightedCrossProduct(design, w));
  if (lower === undefined) return undefinedBecause("NON_CONVERGENCE");

  const coefficients = new Float64Array(k);
  let residuals: Float64Array = Float64Array.from(outcome);
  // The second and third passes refine what the normal equations lose to rounding.
  for (let pass = 0; pass < 3; pass++) {
    const step = solveCholesky(lower, project(design, timesWeight(residuals, w)));
    for (let j = 0; j < k; j++) coefficients[j] = coefficients[j]! + step[j]!;
    const fitted = linearPredictor(design, coefficients, n);
    residuals = outcome.map((y, i) => y - fitted[i]!);
  }
  const bread = inverseCholesky(lower).map((row, a) => row.map((v, b) => v / (scale[a]! * scale[b]!)));
  const degreesOfFreedom = n - k;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += w[i]! * residuals[i]! ** 2;
  const fit: LinearFit = {
    coefficients: coefficients.map((b, j) => b / scale[j]!),
    bread,
    fitted: outcome.map((y, i) => y - residuals[i]!),
    residuals,
    scoreResiduals: timesWeight(residuals, w),
    degreesOfFreedom,
  };
  return degreesOfFreedom > 0
    ? { ...fit, covariance: bread.map((row) => row.map((v) => (v * squares) / degreesOfFreedom)) }
    : fit;
}

/** How residuals are turned into a covariance: HC0, HC1 (× n/(n − k)), or clusters (× K/(K − 1)). */
export type Robust = "HC0" | "HC1" | { readonly cluster: ArrayLike<number> };

/** Covariance of a least-squares fit that trusts neither equal variances nor, with clusters, independent rows. */
export function robustCovariance(fit: LinearFit, columns: readonly Float64Array[], robust: Robust): Matrix {
  if (typeof robust === "object") {
    const { meat, clusters } = clusterMeat(columns, fit.scoreResiduals, robust.cluster);
    return sandwich(fit.bread, meat, clusters / (clusters - 1));
  }
  const n = fit.residuals.length;
  const meat = weightedCrossProduct(
    columns,
    fit.scoreResiduals.map((r) => r * r),
  );
  return sandwich(fit.bread, meat, robust === "HC1" ? n / (n - columns.length) : 1);
}

function timesWeight(values: Float64Array, weights: Float64Array): Float64Array {
  return values.map((v, i) => v * weights[i]!);
}
