import { type Undefined, undefinedBecause } from "../result.ts";
import { cholesky, inverseCholesky, linearPredictor, type Matrix, solveCholesky, zeros } from "./linear-algebra.ts";

/** What one row adds, at its linear predictor. A record that is written over for each row. */
export interface Terms {
  mean: number;
  variance: number;
  /** outcome − mean, without cancellation. */
  residual: number;
  /** Up to a constant that does not depend on the linear predictor. */
  logLikelihood: number;
}

/** A one-parameter exponential family with its canonical link: writes a row's terms into `into`. */
export type Family = (outcome: number, eta: number, into: Terms) => void;

export interface FitOptions {
  /** Added to the linear predictor of each row; length n. */
  readonly offset?: Float64Array;
  /** Counts of equal rows, or design weights; ≥ 0, length n. */
  readonly weights?: Float64Array;
  /** Coefficients to start from; 0 where absent. Where the search ends does not depend on it. */
  readonly start?: Float64Array;
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

/** A search that did not end, and the largest linear predictor (without sign) that it had come to. */
export interface NoFit extends Undefined {
  readonly furthest: number;
}

const STEPS = 50;
const HALVINGS = 40;
const TOLERANCE = 1e-12;
/** Steps this small are taken whole: the likelihood no longer tells them from rounding. */
const CLOSE = 1e-6;
/** Steps this small that no longer shrink are rounding, not progress. */
const ROUNDING = 1e-9;

/**
 * Newton's method with step-halving for a canonical-link model. Steps are measured on columns scaled to one root mean
 * square, so that convergence (largest step below 1e-12 of the coefficient, or of 1) does not depend on units.
 *
 * NON_CONVERGENCE where the steps do not settle or the design is singular (a column is a combination of others).
 */
export function maximiseLikelihood(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  family: Family,
  { offset, weights, start }: FitOptions,
): MaximumLikelihoodFit | NoFit {
  const n = outcome.length;
  if (n === 0 || columns.length === 0) return { ...undefinedBecause("NO_ROWS"), furthest: 0 };
  const scale = columns.map((column) => rootMeanSquare(column, weights));
  const problem: Likelihood = { columns, outcome, family, offset, weights };
  let state = evaluate(problem, start ?? new Float64Array(columns.length));
  const failed = (): NoFit => ({ ...undefinedBecause("NON_CONVERGENCE"), furthest: state.furthest });
  if (scale.some((s) => !(s > 0) || !Number.isFinite(s))) return failed();

  let lastStep = Infinity;
  for (let iteration = 0; iteration < STEPS; iteration++) {
    const lower = cholesky(state.information.map((row, a) => row.map((v, b) => v / (scale[a]! * scale[b]!))));
    if (lower === undefined) return failed();
    const scaledStep = solveCholesky(
      lower,
      state.gradient.map((g, j) => g / scale[j]!),
    );
    const step = scaledStep.map((d, j) => d / scale[j]!);
    const size = largest(scaledStep, state.coefficients, scale);
    if (size <= TOLERANCE || (size <= ROUNDING && size > lastStep / 2)) {
      return finish(problem, { ...state, coefficients: moved(state, step, 1) }, lower, scale);
    }
    const next = size <= CLOSE ? evaluate(problem, moved(state, step, 1)) : climb(problem, state, step);
    if (next === undefined) return failed();
    lastStep = size;
    state = next;
  }
  return failed();
}

interface Likelihood {
  readonly columns: readonly Float64Array[];
  readonly outcome: Float64Array;
  readonly family: Family;
  readonly offset: Float64Array | undefined;
  readonly weights: Float64Array | undefined;
}

interface State {
  readonly coefficients: Float64Array;
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: Matrix;
  readonly furthest: number;
}

/** Log-likelihood, score and information at given coefficients, in one pass over the rows. */
function evaluate({ columns, outcome, family, offset, weights }: Likelihood, coefficients: Float64Array): State {
  const k = columns.length;
  const gradient = new Float64Array(k);
  const triangle = new Float64Array((k * (k + 1)) / 2);
  const row = new Float64Array(k);
  const terms: Terms = { mean: 0, variance: 0, residual: 0, logLikelihood: 0 };
  let logLikelihood = 0;
  let lost = 0;
  let furthest = 0;
  for (let i = 0; i < outcome.length; i++) {
    const w = weights === undefined ? 1 : weights[i]!;
    if (w === 0) continue;
    let eta = offset === undefined ? 0 : offset[i]!;
    for (let j = 0; j < k; j++) {
      const x = columns[j]![i]!;
      row[j] = x;
      eta += coefficients[j]! * x;
    }
    family(outcome[i]!, eta, terms);
    const size = eta < 0 ? -eta : eta;
    if (size > furthest) furthest = size;
    // Neumaier's sum: the likelihoods that are compared differ in their last digits.
    const term = w * terms.logLikelihood;
    const next = logLikelihood + term;
    lost += Math.abs(logLikelihood) >= Math.abs(term) ? logLikelihood - next + term : term - next + logLikelihood;
    logLikelihood = next;
    const residual = w * terms.residual;
    const variance = w * terms.variance;
    for (let a = 0, at = 0; a < k; a++) {
      const x = row[a]!;
      gradient[a] = gradient[a]! + residual * x;
      const vx = variance * x;
      for (let b = 0; b <= a; b++, at++) triangle[at] = triangle[at]! + vx * row[b]!;
    }
  }
  return { coefficients, logLikelihood: logLikelihood + lost, gradient, information: square(triangle, k), furthest };
}

function square(triangle: Float64Array, k: number): Matrix {
  const matrix = zeros(k);
  for (let a = 0, at = 0; a < k; a++)
    for (let b = 0; b <= a; b++, at++) {
      matrix[a]![b] = triangle[at]!;
      matrix[b]![a] = triangle[at]!;
    }
  return matrix;
}

/** The whole step, or the largest halving of it that does not lower the likelihood beyond rounding. */
function climb(problem: Likelihood, from: State, step: Float64Array): State | undefined {
  const slack = 1e-13 * Math.max(1, Math.abs(from.logLikelihood));
  for (let halving = 0, share = 1; halving < HALVINGS; halving++, share /= 2) {
    const next = evaluate(problem, moved(from, step, share));
    if (next.logLikelihood >= from.logLikelihood - slack) return next;
  }
  return undefined;
}

function moved({ coefficients }: State, step: Float64Array, share: number): Float64Array {
  return coefficients.map((b, j) => b + share * step[j]!);
}

function finish(
  { columns, outcome, family, offset, weights }: Likelihood,
  { coefficients, logLikelihood }: State,
  lower: Matrix,
  scale: readonly number[],
): MaximumLikelihoodFit {
  const n = outcome.length;
  const eta = linearPredictor(columns, coefficients, n, offset);
  const fitted = new Float64Array(n);
  const scoreResiduals = new Float64Array(n);
  const terms: Terms = { mean: 0, variance: 0, residual: 0, logLikelihood: 0 };
  for (let i = 0; i < n; i++) {
    family(outcome[i]!, eta[i]!, terms);
    fitted[i] = terms.mean;
    scoreResiduals[i] = (weights === undefined ? 1 : weights[i]!) * terms.residual;
  }
  const covariance = inverseCholesky(lower).map((row, a) => row.map((v, b) => v / (scale[a]! * scale[b]!)));
  return { coefficients, covariance, logLikelihood, linearPredictor: eta, fitted, scoreResiduals };
}

/** The largest step on the scaled columns, as a share of the coefficient where that exceeds 1. */
function largest(scaledStep: Float64Array, coefficients: Float64Array, scale: readonly number[]): number {
  let size = 0;
  scaledStep.forEach((d, j) => {
    const share = Math.abs(d) / Math.max(1, Math.abs(coefficients[j]! * scale[j]!));
    if (!(share <= size)) size = share;
  });
  return size;
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
