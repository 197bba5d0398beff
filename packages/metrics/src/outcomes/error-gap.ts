import { studentTQuantile, studentTUpperTail } from "../numeric/student-t.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { pick, rowsWithAll } from "./follow-up.ts";
import { centredProduct, mean } from "./moments.ts";

export interface ErrorGap {
  readonly difference: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

interface Predicted {
  readonly prediction: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
}

/**
 * Difference between two subgroups in bias (mean error, prediction − outcome) or in mean absolute error, by Welch's t.
 *
 * Undefined   NO_ROWS where a subgroup is empty; TOO_FEW_EVENTS where one has a single patient; ZERO_DENOMINATOR where
 *             neither's error varies.
 * Assumes     independent rows, no patient in both.
 *
 * @see Welch (1947) Biometrika 34:28-35.
 */
export function errorGap(
  first: Predicted,
  second: Predicted,
  of: "bias" | "absolute error",
  level: number,
): ErrorGap | Undefined {
  const [a, b] = [first, second].map(({ prediction, outcome }) => {
    const rows = rowsWithAll(prediction, outcome);
    const predicted = pick(prediction, rows);
    const happened = pick(outcome, rows);
    return predicted.map((p, i) => (of === "bias" ? p - happened[i]! : Math.abs(p - happened[i]!)));
  }) as [Float64Array, Float64Array];
  if (a.length === 0 || b.length === 0) return undefinedBecause("NO_ROWS");
  if (a.length < 2 || b.length < 2) return undefinedBecause("TOO_FEW_EVENTS");
  const ofA = centredProduct(a, a) / (a.length - 1) / a.length;
  const ofB = centredProduct(b, b) / (b.length - 1) / b.length;
  if (ofA + ofB === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const difference = mean(a) - mean(b);
  const standardError = Math.sqrt(ofA + ofB);
  const degreesOfFreedom = (ofA + ofB) ** 2 / (ofA ** 2 / (a.length - 1) + ofB ** 2 / (b.length - 1));
  const half = studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  return {
    difference,
    standardError,
    degreesOfFreedom,
    low: difference - half,
    high: difference + half,
    p: 2 * studentTUpperTail(Math.abs(difference) / standardError, degreesOfFreedom),
  };
}
