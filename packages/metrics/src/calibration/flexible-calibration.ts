import type { ScoreCounts } from "@auscult/core";
import { type LikelihoodRatioTest, likelihoodRatioTest } from "../inference/likelihood-ratio.ts";
import { totalsOf } from "../inference/totals.ts";
import { quadraticForm } from "../numeric/linear-algebra.ts";
import { expit, logit } from "../numeric/logit.ts";
import type { LogisticFit } from "../numeric/logistic-regression.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { harrellKnots, restrictedCubicSpline } from "../numeric/spline.ts";
import { type Flag, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { logisticOnCounts, logLikelihoodAt } from "./logistic-on-counts.ts";
import { logOddsOf, notPredictions } from "./predictions.ts";

/** Below this many events, or non-events, a flexible curve is flagged; twice as many are advised. */
const FEW_FOR_A_CURVE = 100;

/** The smoothed risk of the event as a function of the predicted risk. */
export interface FlexibleCalibration {
  /** Knots on the log odds of the prediction; empty where too few distinct predictions leave only a straight line. */
  readonly knots: readonly number[];
  readonly fit: LogisticFit;
  /** Smoothed observed risk at each distinct prediction. */
  readonly observed: Float64Array;
  readonly flags: readonly Flag[];
}

/** Knots by events: 3 below 100, 4 to 500, 5 above. */
export function knotsFor(events: number): number {
  return events < 100 ? 3 : events > 500 ? 5 : 4;
}

/**
 * Logistic regression of the outcome on a restricted cubic spline of the log odds of the prediction: the flexible
 * calibration curve. `knots` are taken by the number of events where not given, and then one fewer where the curve would
 * run off to a risk of 0 or 1 (no event among the lowest predictions), down to three. Tied predictions may leave fewer,
 * and fewer than three leave the straight line of logistic recalibration. `at` gives the knots themselves, on the log odds.
 *
 * Undefined: CONSTANT_SCORE; SEPARATION; NOT_A_PROBABILITY; NO_ROWS.
 *
 * @see Austin & Steyerberg (2014) Stat Med 33:517-535; Harrell (2015) Regression Modeling Strategies, 2nd ed.
 */
export function flexibleCalibration(
  counts: ScoreCounts,
  options: { readonly knots?: number; readonly at?: readonly number[] } = {},
): FlexibleCalibration | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  if (counts.score.length < 2) return undefinedBecause("CONSTANT_SCORE");
  const { events, nonEvents, rows, weight } = totalsOf(counts);
  const { logOdds, flags } = logOddsOf(counts);
  if (options.at !== undefined) {
    const fit = logisticOnCounts(counts, splineDesign(logOdds, options.at));
    return isUndefined(fit)
      ? fit
      : { knots: options.at, fit, observed: fit.fitted, flags: [...flags, ...few(events, nonEvents)] };
  }
  const share = counts.positives.map((n, i) => (n + counts.negatives[i]!) * (rows / weight));
  const most = Math.min(options.knots ?? knotsFor(events), counts.score.length);
  for (let count = most; count >= 3; count--) {
    const knots = harrellKnots(logOdds, count, share);
    if (knots.length < 3) continue;
    const fit = logisticOnCounts(counts, splineDesign(logOdds, knots));
    if (isUndefined(fit) && (fit.reason === "NON_CONVERGENCE" || (options.knots === undefined && count > 3))) continue;
    return isUndefined(fit) ? fit : { knots, fit, observed: fit.fitted, flags: [...flags, ...few(events, nonEvents)] };
  }
  const fit = logisticOnCounts(counts, splineDesign(logOdds, []));
  return isUndefined(fit)
    ? fit
    : { knots: [], fit, observed: fit.fitted, flags: [...flags, ...few(events, nonEvents)] };
}

/** The curve at given predicted risks in (0, 1), with a pointwise band made on the log odds scale. */
export function curveAt(
  { knots, fit }: Pick<FlexibleCalibration, "knots" | "fit">,
  predicted: ArrayLike<number>,
  level: number,
): { readonly observed: Float64Array; readonly low: Float64Array; readonly high: Float64Array } {
  const columns = splineDesign(
    Float64Array.from({ length: predicted.length }, (_, i) => logit(predicted[i]!)),
    knots,
  );
  const z = normalQuantile((1 + level) / 2);
  const [observed, low, high] = [0, 1, 2].map(() => new Float64Array(predicted.length));
  for (let i = 0; i < predicted.length; i++) {
    const row = columns.map((column) => column[i]!);
    const centre = row.reduce((total, x, j) => total + x * fit.coefficients[j]!, 0);
    const reach = z * Math.sqrt(quadraticForm(row, fit.covariance));
    observed![i] = expit(centre);
    low![i] = expit(centre - reach);
    high![i] = expit(centre + reach);
  }
  return { observed: observed!, low: low!, high: high! };
}

/** Flexible curve against the predictions as they are; as many degrees of freedom as the curve has coefficients. */
export function moderateCalibrationTest(
  counts: ScoreCounts,
  { fit }: Pick<FlexibleCalibration, "fit">,
): LikelihoodRatioTest | Undefined {
  if (counts.weighted !== undefined) return undefinedBecause("MISSING_INPUT");
  const original = logLikelihoodAt(counts, logOddsOf(counts).logOdds);
  return likelihoodRatioTest(original, fit.logLikelihood, fit.coefficients.length);
}

/** Columns of the curve's design, the ones first, at given log odds; a straight line without knots. */
export function splineDesign(logOdds: Float64Array, knots: readonly number[]): Float64Array[] {
  const ones = new Float64Array(logOdds.length).fill(1);
  return [ones, ...(knots.length === 0 ? [logOdds] : restrictedCubicSpline(logOdds, knots))];
}

function few(events: number, nonEvents: number): Flag[] {
  return [
    ...(events < FEW_FOR_A_CURVE ? (["FEW_EVENTS"] as const) : []),
    ...(nonEvents < FEW_FOR_A_CURVE ? (["FEW_NON_EVENTS"] as const) : []),
  ];
}
