import { fUpperTail } from "../numeric/f.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { pick, rowsWithAll } from "./follow-up.ts";
import { centredProduct, constant, mean } from "./moments.ts";

export interface ContinuousCalibration {
  readonly intercept: number;
  /** 1 where predictions spread as the outcomes do; below 1 they are too extreme. */
  readonly slope: number;
  readonly slopeStandardError: number;
  readonly slopeLow: number;
  readonly slopeHigh: number;
  /** Joint F test of intercept 0 and slope 1; absent where the line fits without error. */
  readonly joint?: { readonly f: number; readonly p: number };
}

/**
 * Calibration of a continuous prediction: the outcome regressed on the prediction, with a t interval for the slope.
 *
 * Undefined   NO_ROWS; TOO_FEW_EVENTS with fewer than three patients; CONSTANT_SCORE with a constant prediction.
 * Assumes     independent rows and errors of equal variance.
 */
export function continuousCalibration(
  prediction: ArrayLike<number>,
  outcome: ArrayLike<number>,
  level: number,
): ContinuousCalibration | Undefined {
  const rows = rowsWithAll(prediction, outcome);
  const n = rows.length;
  if (n === 0) return undefinedBecause("NO_ROWS");
  if (n < 3) return undefinedBecause("TOO_FEW_EVENTS");
  const x = pick(prediction, rows);
  const y = pick(outcome, rows);
  if (constant(x)) return undefinedBecause("CONSTANT_SCORE");
  const spread = centredProduct(x, x);
  const slope = centredProduct(x, y) / spread;
  const meanOfX = mean(x);
  const meanOfY = mean(y);
  const residual = sum(x.map((value, i) => (y[i]! - meanOfY - slope * (value - meanOfX)) ** 2));
  const asGiven = sum(x.map((value, i) => (y[i]! - value) ** 2));
  const degreesOfFreedom = n - 2;
  const slopeStandardError = Math.sqrt(residual / degreesOfFreedom / spread);
  const half = studentTQuantile((1 + level) / 2, degreesOfFreedom) * slopeStandardError;
  const f = (asGiven - residual) / 2 / (residual / degreesOfFreedom);
  return {
    intercept: meanOfY - slope * meanOfX,
    slope,
    slopeStandardError,
    slopeLow: slope - half,
    slopeHigh: slope + half,
    ...(residual > 0 ? { joint: { f, p: fUpperTail(Math.max(0, f), 2, degreesOfFreedom) } } : {}),
  };
}
