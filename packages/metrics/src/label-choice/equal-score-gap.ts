import { gather } from "../numeric/gather.ts";
import { type Effect, effectOf } from "../inference/effect.ts";
import type { Sampling } from "../inference/influence.ts";
import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { cholesky, type Matrix, quadraticForm, solveCholesky } from "../numeric/linear-algebra.ts";
import { linearRegression, robustCovariance } from "../numeric/linear-regression.ts";
import { harrellKnots, restrictedCubicSpline } from "../numeric/spline.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";

export interface EqualScoreGap {
  /** Percentiles at which the spline's knots stand; fewer than five where scores tie, none where there are too few. */
  readonly knots: readonly number[];
  /** Average difference, group − reference, between rows with the same score. */
  readonly average: Effect;
  /** The difference at each percentile asked for, where it may vary with the score. */
  readonly at: readonly { readonly percentile: number; readonly gap: Effect }[];
  /** Wald test of no difference at any score. */
  readonly anyGap: { readonly chiSquared: number; readonly degreesOfFreedom: number; readonly p: number } | null;
  readonly rows: number;
}

/**
 * Difference in a label or need between a group and its reference at equal score: least squares of the value on a
 * restricted cubic spline of the percentile (five knots) and the group; and with the group's difference free to vary
 * with the percentile. Errors are HC1, or cluster-robust with t on clusters − 1.
 *
 * `side[i]` is 1 in the group, 0 in the reference, anything else in neither; rows without a percentile or a value (NaN)
 * are left out. For a skewed cost give its logarithm: the difference is then of log costs.
 *
 * Undefined: EMPTY_GROUP; CONSTANT_VALUE where the value never varies; NON_CONVERGENCE where a group occupies too few
 * scores to be compared.
 * @see Obermeyer et al. (2019) Science 366:447-453; Long & Ervin (2000) Am Stat 54:217-224 for HC1.
 */
export function gapAtEqualScore(
  percentile: Float64Array,
  values: Float64Array,
  side: ArrayLike<number>,
  { at = [], level, sampling = {} }: EqualScoreOptions,
): EqualScoreGap | Undefined {
  const part = pairRows(percentile, values, side, sampling);
  if (isUndefined(part)) return part;
  const { y, member, spline, knots, weight, cluster } = part;
  if (y.every((v) => v === y[0])) return undefinedBecause("CONSTANT_VALUE");

  const options = weight === undefined ? {} : { weights: weight };
  const additive = [...spline, member];
  const fit = linearRegression(additive, y, options);
  if (isUndefined(fit)) return fit;
  const robust = cluster === undefined ? "HC1" : { cluster };
  const degreesOfFreedom = cluster === undefined ? Infinity : new Set(cluster).size - 1;
  const covariance = robustCovariance(fit, additive, robust);
  const last = spline.length;
  const average = effectOf(fit.coefficients[last]!, covariance[last]![last]!, { level, degreesOfFreedom });

  const varying = [...spline, ...spline.map((column) => column.map((x, i) => x * member[i]!))];
  const free = linearRegression(varying, y, options);
  if (isUndefined(free)) return { knots, average, at: [], anyGap: null, rows: y.length };
  const own = robustCovariance(free, varying, robust)
    .slice(last)
    .map((row) => row.slice(last));
  const gaps = free.coefficients.slice(last);
  return {
    knots,
    average,
    at: at.map((p) => {
      const place = basis(Float64Array.of(p), knots).map((column) => column[0]!);
      const gap = place.reduce((total, x, j) => total + x * gaps[j]!, 0);
      return { percentile: p, gap: effectOf(gap, quadraticForm(place, own), { level, degreesOfFreedom }) };
    }),
    anyGap: waldTest(gaps, own),
    rows: y.length,
  };
}

export interface EqualScoreOptions {
  /** Percentiles at which the gap is wanted. */
  readonly at?: readonly number[];
  readonly level: number;
  readonly sampling?: Sampling;
}

/** The rows of a group and its reference that have a percentile and a value, with the spline of the percentile. */
export function pairRows(
  percentile: Float64Array,
  values: Float64Array,
  side: ArrayLike<number>,
  { weight, cluster }: Sampling,
) {
  const rows: number[] = [];
  for (let i = 0; i < percentile.length; i++) {
    const inPair = side[i] === 0 || side[i] === 1;
    if (inPair && !Number.isNaN(percentile[i]!) && !Number.isNaN(values[i]!)) rows.push(i);
  }
  const member = gather(side, rows);
  if (!member.includes(0) || !member.includes(1)) return undefinedBecause("EMPTY_GROUP");
  const at = gather(percentile, rows);
  const knots = harrellKnots(Float64Array.from(at).sort(), 5);
  return {
    y: gather(values, rows),
    member,
    knots,
    spline: basis(at, knots),
    ...(weight === undefined ? {} : { weight: gather(weight, rows) }),
    ...(cluster === undefined ? {} : { cluster: gather(cluster, rows) }),
  };
}

/** Ones, and the spline where there are knots for one, else the percentile itself, else (one percentile) nothing more. */
function basis(percentile: Float64Array, knots: readonly number[]): Float64Array[] {
  const ones = new Float64Array(percentile.length).fill(1);
  if (knots.length >= 3) return [ones, ...restrictedCubicSpline(percentile, knots)];
  return knots.length === 2 ? [ones, percentile] : [ones];
}

function waldTest(estimate: Float64Array, covariance: Matrix): EqualScoreGap["anyGap"] {
  const lower = cholesky(covariance);
  if (lower === undefined) return null;
  const solved = solveCholesky(lower, estimate);
  const chiSquared = estimate.reduce((total, b, j) => total + b * solved[j]!, 0);
  const degreesOfFreedom = estimate.length;
  return { chiSquared, degreesOfFreedom, p: chiSquaredUpperTail(chiSquared, degreesOfFreedom) };
}
