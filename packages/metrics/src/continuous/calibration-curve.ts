import { evenlySpaced } from "../curves/evenly-spaced.ts";
import { quadraticForm } from "../numeric/linear-algebra.ts";
import { linearRegression, robustCovariance } from "../numeric/linear-regression.ts";
import { countedQuantile, harrellKnots, restrictedCubicSpline } from "../numeric/spline.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import type { OutcomeCurve } from "../outcome-kinds/outcome-curve.ts";
import { isUndefined, undefinedBecause } from "../result.ts";
import { allOne, type AmountRows } from "./amount-rows.ts";

const KNOTS = 4;
/** Below this many rows no curve is drawn, below the second it is flagged. */
const FEWEST = 20;
const FEW = 100;

/**
 * Calibration curve of amounts: smoothed mean outcome against prediction, with a pointwise band.
 *
 * Least squares on a restricted cubic spline of the prediction, four knots at Harrell's quantiles (a straight line where
 * tied predictions leave fewer than three). Drawn only between the 1st and 99th centile of the predictions.
 *
 * Columns     predicted, observed, low, high; 101 equally spaced predictions.
 * Band        robust to unequal errors (HC1; linearised where rows are weighted), and to patients who have several rows;
 *             Student's t.
 * Flags       FEW_EVENTS below 100 rows.
 * Undefined   NO_ROWS; TOO_FEW_EVENTS below 20 rows; CONSTANT_SCORE; NON_CONVERGENCE.
 *
 * @see Harrell (2015) Regression Modeling Strategies, 2nd ed., section 2.4.5.
 */
export const continuousCalibrationCurve: OutcomeCurve<AmountRows> = {
  id: "continuousCalibration",
  name: "Calibration curve of amounts",
  x: "predicted",
  y: "observed",
  source: ["Harrell (2015) Regression Modeling Strategies, 2nd ed."],
  points({ prediction, outcome, weight }, { level, cluster }) {
    const n = prediction.length;
    if (n === 0) return undefinedBecause("NO_ROWS");
    if (allOne(prediction)) return undefinedBecause("CONSTANT_SCORE");
    if (n < FEWEST) return undefinedBecause("TOO_FEW_EVENTS");
    const sorted = prediction.toSorted();
    const knots = harrellKnots(sorted, KNOTS);
    const columns = design(prediction, knots);
    const fit = linearRegression(columns, outcome, weight === undefined ? {} : { weights: weight });
    if (isUndefined(fit)) return fit;
    const covariance = robustCovariance(fit, columns, cluster === undefined ? "HC1" : { cluster });
    const freedom = cluster === undefined ? fit.degreesOfFreedom : new Set(Array.from(cluster)).size - 1;
    const t = studentTQuantile((1 + level) / 2, Math.max(1, freedom));
    const predicted = evenlySpaced(countedQuantile(sorted, 0.01), countedQuantile(sorted, 0.99));
    const at = design(Float64Array.from(predicted), knots);
    const points = predicted.map((_, i) => {
      const row = at.map((column) => column[i]!);
      const observed = row.reduce((sum, x, j) => sum + x * fit.coefficients[j]!, 0);
      return { observed, reach: t * Math.sqrt(quadraticForm(row, covariance)) };
    });
    return {
      columns: {
        predicted,
        observed: points.map((p) => p.observed),
        low: points.map((p) => p.observed - p.reach),
        high: points.map((p) => p.observed + p.reach),
      },
      flags: n < FEW ? ["FEW_EVENTS"] : [],
    };
  },
};

function design(x: Float64Array, knots: readonly number[]): Float64Array[] {
  const ones = new Float64Array(x.length).fill(1);
  return [ones, ...(knots.length < 3 ? [x] : restrictedCubicSpline(x, knots))];
}
