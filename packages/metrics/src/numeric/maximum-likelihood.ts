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

/** A one-parameter exponential family with its canonical link, as functions of the linear predictor. */
export interface Family {
  mean(eta: number): number;
  variance(eta: number): number;
  /** outcome − mean, without cancellation. */
  residual(outcome: number, eta: number): number;
  /** Up to a constant that does not depend on `eta`. */
  logLikelihood(outcome: number, eta: number): number;
}

export interface FitOptions {
  /** Added to the linear predictor of each row; length n. */
  readonly offset?: Float64Array;
  /** Counts of equal rows, or design weights; ≥ 0, length n. */
  readonly weights?: Float64Array;
}

export interface MaximumLikelihoodFit {
  readonly coefficients: Float64Array;
  /** Inverse of the information. Right for counts; for design weights, clusters or a doubtful family use `sandwich`. */
  readonly covariance: Matrix;
  readonly logLikelihood: number;
  /** Linear predictor of each row, offset included. */
  readonly linearPredictor: Float64Array;
  readonly fitted: Float64Array;
  /** weight × (outcome − fitted) of each row: times the row of the design, its contribution to the score. */
  readonly scoreResiduals: Float64Array;
}

const STEPS = 50;
const HALVINGS = 40;
const TOLERANCE = 1e-12;
/** Steps this small that no longer raise the likelihood are rounding, not progress. */
const ROUNDING = 1e-9;

/**
 * Newton's method with step-halving for a canonical-link model; columns are scaled to one root mean square, so that
 * convergence (largest step below 1e-12 of the coefficient, or of 1) does not depend on units.
 *
 * NON_CONVERGENCE where the steps do not settle or the design is singular (a column is a combination of others).
 */
export function maximiseLikelihood(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  family: Family,
  { offset, weights }: FitOptions,
  start?: Float64Array,
): MaximumLikelihoodFit | Undefined {
  const n = outcome.length;
  const scale = columns.map((column) => rootMeanSquare(column, weights));
  if (n === 0 || columns.length === 0) return undefinedBecause("NO_ROWS");
  if (scale.some((s) => !(s > 0) || !Number.isFinite(s))) return undefinedBecause("NON_CONVERGENCE");
  const design = columns.map((column, j) => column.map((x) => x / scale[j]!));

  const at = (coefficients: Float64Array): State => {
    const eta = linearPredictor(design, coefficients, n, offset);
    let logLikelihood = 0;
    for (let i = 0; i < n; i++) {
      const w = weights?.[i] ?? 1;
      if (w !== 0) logLikelihood += w * family.logLikelihood(outcome[i]!, eta[i]!);
    }
    return { coefficients, eta, logLikelihood };
  };
  const slopes = (eta: Float64Array) => {
    const residuals = new Float64Array(n);
    const information = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const w = weights?.[i] ?? 1;
      if (w === 0) continue;
      residuals[i] = w * family.residual(outcome[i]!, eta[i]!);
      information[i] = w * family.variance(eta[i]!);
    }
    return { residuals, lower: cholesky(weightedCrossProduct(design, information)) };
  };

  let state = at(start === undefined ? new Float64Array(columns.length) : start.map((b, j) => b * scale[j]!));
  for (let iteration = 0; iteration < STEPS; iteration++) {
    const { residuals, lower } = slopes(state.eta);
    if (lower === undefined) return undefinedBecause("NON_CONVERGENCE");
    const step = solveCholesky(lower, project(design, residuals));
    const next = climb(state, step, at);
    if (next === undefined && !small(step, state.coefficients, ROUNDING)) return undefinedBecause("NON_CONVERGENCE");
    state = next ?? state;
    if (next !== undefined && !small(step, state.coefficients, TOLERANCE)) continue;
    const end = slopes(state.eta);
    if (end.lower === undefined) return undefinedBecause("NON_CONVERGENCE");
    const inverse = inverseCholesky(end.lower);
    return {
      coefficients: state.coefficients.map((b, j) => b / scale[j]!),
      covariance: inverse.map((row, a) => row.map((v, b) => v / (scale[a]! * scale[b]!))),
      logLikelihood: state.logLikelihood,
      linearPredictor: state.eta,
      fitted: state.eta.map((x) => family.mean(x)),
      scoreResiduals: end.residuals,
    };
  }
  return undefinedBecause("NON_CONVERGENCE");
}

interface State {
  readonly coefficients: Float64Array;
  readonly eta: Float64Array;
  readonly logLikelihood: number;
}

/** The whole step, or the largest halving of it that does not lower the likelihood beyond rounding. */
function climb(from: State, step: Float64Array, at: (b: Float64Array) => State): State | undefined {
  const slack = 1e-14 * Math.max(1, Math.abs(from.logLikelihood));
  for (let halving = 0, share = 1; halving < HALVINGS; halving++, share /= 2) {
    const next = at(from.coefficients.map((b, j) => b + share * step[j]!));
    if (next.logLikelihood >= from.logLikelihood - slack) return next;
  }
  return undefined;
}

function small(step: Float64Array, coefficients: Float64Array, tolerance: number): boolean {
  return step.every((d, j) => Math.abs(d) <= tolerance * Math.max(1, Math.abs(coefficients[j]!)));
}

function rootMeanSquare(column: Float64Array, weights?: Float64Array): number {
  let total = 0;
  let rows = 0;
  for (let i = 0; i < column.length; i++) {
    const w = weights?.[i] ?? 1;
    total += w * column[i]! ** 2;
    rows += w;
  }
  return Math.sqrt(total / rows);
}
