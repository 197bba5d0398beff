import { varianceFreedom } from "../inference/variance-freedom.ts";
import type { RowsPoint } from "../outcome-kinds/outcome-metric.ts";
import type { Flag } from "../result.ts";

/** One subgroup's predicted and observed amounts, in one unit; no row lacks either. */
export interface AmountRows {
  readonly prediction: Float64Array;
  readonly outcome: Float64Array;
  /** Sampling weights, > 0; absent where every row counts 1. */
  readonly weight?: Float64Array;
}

/** Each row's share of the whole: 1/n, or its weight over the sum of weights. They sum to 1. */
export function shares({ outcome, weight }: AmountRows): Float64Array {
  const whole = weight?.reduce((sum, w) => sum + w, 0) ?? outcome.length;
  return Float64Array.from(outcome, (_, i) => (weight?.[i] ?? 1) / whole);
}

/** Σ share × value, the second pass taking back what rounding lost. */
export function meanOf(share: Float64Array, value: (i: number) => number): number {
  let mean = 0;
  for (let i = 0; i < share.length; i++) mean += share[i]! * value(i);
  let rest = 0;
  for (let i = 0; i < share.length; i++) rest += share[i]! * (value(i) - mean);
  return mean + rest;
}

/** Prediction − outcome of each row. */
export function errors({ prediction, outcome }: AmountRows): Float64Array {
  return prediction.map((p, i) => p - outcome[i]!);
}

/** Whether every value is the first one. */
export function allOne(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/**
 * A value with the error that what each row moved it by gives: √(n/(n − 1) Σ influence²), which is the linearised one where
 * rows are weighted. Absent for a single row. `freedom`: n − 1 for a mean, or fewer where few rows carry the error.
 */
export function pointOf(value: number, influence: Float64Array, freedom: "rows" | "carried"): RowsPoint {
  const n = influence.length;
  if (n < 2) return { value };
  let squares = 0;
  let fourths = 0;
  for (const u of influence) {
    squares += u ** 2;
    fourths += u ** 4;
  }
  const degreesOfFreedom = freedom === "rows" || squares === 0 ? n - 1 : varianceFreedom(squares, fourths, n);
  return { value, standardError: Math.sqrt((squares * n) / (n - 1)), influence, degreesOfFreedom };
}

/** Fourth moment over the squared second, 3 of normal errors: above this a few rows rule whatever is made of squares. */
const LONG_TAIL = 6;

/**
 * Flags a measure of squared errors where these have a long tail: with log-normal stays its interval covered 0.91 at 300
 * rows and 0.83 at 40, for the rare long stay that rules it is often not among the rows.
 */
export function tailFlags(error: Float64Array): { readonly flags?: readonly Flag[] } {
  const n = error.length;
  const mean = error.reduce((sum, e) => sum + e, 0) / n;
  const moment = (power: number): number => error.reduce((sum, e) => sum + (e - mean) ** power, 0) / n;
  return moment(4) > LONG_TAIL * moment(2) ** 2 ? { flags: ["LONG_TAIL"] } : {};
}
