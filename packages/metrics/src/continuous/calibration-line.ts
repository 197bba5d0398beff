import type { OutcomeMetric, RowsPoint } from "../outcome-kinds/outcome-metric.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { allOne, type AmountRows, meanOf, shares } from "./amount-rows.ts";

/**
 * Calibration slope of amounts: how outcomes rise with predictions (the slope of the outcome on the prediction).
 *
 * Below 1 the predictions are too extreme, above 1 too timid.
 *
 * Units       none; 1 is ideal.
 * Error       robust to errors that grow with the prediction, as those of stays and costs do (HC3), with Student's t on
 *             n − 2; linearised where rows are weighted. The ordinary error is `continuousCalibration`'s.
 * Undefined   CONSTANT_SCORE with one prediction for all; TOO_FEW_EVENTS with fewer than three rows; NO_ROWS.
 *
 * @see Long & Ervin (2000) Am Stat 54:217-224; MacKinnon & White (1985) J Econom 29:305-325.
 */
export const continuousCalibrationSlope: OutcomeMetric<AmountRows> = {
  id: "continuousCalibrationSlope",
  name: "Calibration slope",
  family: "calibration",
  unit: "ratio",
  range: [-Infinity, Infinity],
  ideal: 1,
  better: "towards-ideal",
  uninformative: 0,
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "identity",
  flagsFewEvents: false,
  welch: true,
  requires: { score: "ordinal" },
  source: ["doi:10.1080/00031305.2000.10474549", "doi:10.1016/0304-4076(85)90158-7"],
  point: (rows) => line(rows, "slope"),
};

/**
 * Calibration intercept of amounts: where the line of outcomes on predictions starts, which for a calibrated model is 0.
 *
 * Read it with the slope: alone it says nothing. The mean error says whether the model is right on average.
 *
 * Units       the outcome's; 0 is ideal.
 * Error, Undefined  as of the slope.
 */
export const continuousCalibrationIntercept: OutcomeMetric<AmountRows> = {
  id: "continuousCalibrationIntercept",
  name: "Calibration intercept",
  family: "calibration",
  unit: "amount",
  range: [-Infinity, Infinity],
  ideal: 0,
  better: "towards-ideal",
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "identity",
  flagsFewEvents: false,
  welch: true,
  requires: { score: "ordinal" },
  source: continuousCalibrationSlope.source,
  point: (rows) => line(rows, "intercept"),
};

function line(rows: AmountRows, which: "slope" | "intercept"): RowsPoint | Undefined {
  const { prediction: x, outcome: y } = rows;
  const n = x.length;
  if (n < 3) return undefinedBecause("TOO_FEW_EVENTS");
  if (allOne(x)) return undefinedBecause("CONSTANT_SCORE");
  const share = shares(rows);
  const [meanX, meanY] = [meanOf(share, (i) => x[i]!), meanOf(share, (i) => y[i]!)];
  const spread = meanOf(share, (i) => (x[i]! - meanX) ** 2);
  const slope = meanOf(share, (i) => (x[i]! - meanX) * (y[i]! - meanY)) / spread;
  const intercept = meanY - slope * meanX;
  const influence = new Float64Array(n);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const away = x[i]! - meanX;
    const residual = y[i]! - intercept - slope * x[i]!;
    const ofSlope = (share[i]! * away * residual) / spread;
    influence[i] = which === "slope" ? ofSlope : share[i]! * residual - meanX * ofSlope;
    // What the row itself pulled the line towards it; a row that lies on its own line says nothing of the error.
    const leverage = share[i]! * (1 + away ** 2 / spread);
    squares += leverage < 1 ? (influence[i]! / (1 - leverage)) ** 2 : 0;
  }
  const value = which === "slope" ? slope : intercept;
  return { value, standardError: Math.sqrt(squares), influence, degreesOfFreedom: n - 2 };
}
