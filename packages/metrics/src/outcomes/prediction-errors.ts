import { quantile7 } from "../numeric/quantile.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { pick, rowsWithAll } from "./follow-up.ts";
import { centredProduct, constant, correlation, mean } from "./moments.ts";

export interface PredictionErrors {
  readonly n: number;
  /** 1 − SSE/SST: share of the outcome's variance explained. Below 0 where the mean would predict better. */
  readonly rSquared: number | Undefined;
  /** Squared correlation: what R² would be after the best recalibration; often printed as if it were R². */
  readonly squaredCorrelation: number | Undefined;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquaredError: number;
  readonly medianAbsoluteError: number;
  /** Mean of prediction − outcome: above 0 the model predicts too much. */
  readonly bias: number;
  /** Standard error and t interval of the bias, and limits of agreement; absent for a single patient. */
  readonly spread?: {
    readonly biasStandardError: number;
    readonly low: number;
    readonly high: number;
    /** Bias ± z standard deviations of the error: where the errors of that share of patients lie, if normal. */
    readonly agreement: { readonly low: number; readonly high: number };
  };
}

/**
 * Errors of a continuous prediction, in the outcome's unit. `error = prediction − outcome`.
 *
 * Rows that lack either are left out. For costs and other long-tailed outcomes R² is ruled by a few patients: compare
 * ratios of means instead.
 *
 * Undefined   NO_ROWS; `rSquared` with a constant outcome is ZERO_DENOMINATOR, `squaredCorrelation` with a constant
 *             outcome or prediction is CONSTANT_SCORE.
 * Assumes     independent rows, for the standard error; normal errors, for the limits of agreement.
 *
 * @see Bland & Altman (1986) Lancet 327:307-310, doi:10.1016/S0140-6736(86)90837-8.
 */
export function predictionErrors(
  prediction: ArrayLike<number>,
  outcome: ArrayLike<number>,
  level: number,
): PredictionErrors | Undefined {
  const rows = rowsWithAll(prediction, outcome);
  const n = rows.length;
  if (n === 0) return undefinedBecause("NO_ROWS");
  const predicted = pick(prediction, rows);
  const happened = pick(outcome, rows);
  const error = predicted.map((p, i) => p - happened[i]!);
  const absolute = error.map(Math.abs).sort();
  const squares = mean(error.map((e) => e * e));
  const bias = mean(error);
  const r = constant(predicted) || constant(happened) ? undefined : correlation(predicted, happened);
  return {
    n,
    rSquared: constant(happened)
      ? undefinedBecause("ZERO_DENOMINATOR")
      : 1 - (squares * n) / centredProduct(happened, happened),
    squaredCorrelation: r === undefined ? undefinedBecause("CONSTANT_SCORE") : r * r,
    meanAbsoluteError: mean(absolute),
    rootMeanSquaredError: Math.sqrt(squares),
    medianAbsoluteError: quantile7(absolute, 0.5),
    bias,
    ...(n < 2 ? {} : { spread: spreadOf(error, bias, level) }),
  };
}

function spreadOf(error: Float64Array, bias: number, level: number): NonNullable<PredictionErrors["spread"]> {
  const n = error.length;
  const deviation = Math.sqrt(centredProduct(error, error) / (n - 1));
  const biasStandardError = deviation / Math.sqrt(n);
  const half = studentTQuantile((1 + level) / 2, n - 1) * biasStandardError;
  const reach = studentTQuantile((1 + level) / 2, Infinity) * deviation;
  return {
    biasStandardError,
    low: bias - half,
    high: bias + half,
    agreement: { low: bias - reach, high: bias + reach },
  };
}

/**
 * Each row's error (prediction − outcome), or its size, NaN where either is missing: what `meanDifference` compares
 * between subgroups, by Welch's t, or with sampling weights and clusters.
 */
export function errorPerRow(
  prediction: ArrayLike<number>,
  outcome: ArrayLike<number>,
  of: "bias" | "absolute error",
): Float64Array {
  return Float64Array.from(prediction, (p, i) => (of === "bias" ? p - outcome[i]! : Math.abs(p - outcome[i]!)));
}
