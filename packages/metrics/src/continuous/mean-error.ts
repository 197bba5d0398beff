import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { type AmountRows, errors, meanOf, pointOf, shares } from "./amount-rows.ts";

/**
 * Mean error (bias): prediction − outcome on average. Above 0 the model predicts too much.
 *
 * Units       the outcome's; 0 is ideal.
 * Error       of a mean; Student's t on n − 1; linearised where rows are weighted. Subgroups by Welch's t.
 * Undefined   NO_ROWS. Without an interval for a single row, or where every error is the same.
 *
 * @see Bland & Altman (1986) Lancet 327:307-310; Welch (1947) Biometrika 34:28-35.
 */
export const meanError: OutcomeMetric<AmountRows> = {
  id: "meanError",
  name: "Mean error",
  family: "error",
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
  source: ["doi:10.1016/S0140-6736(86)90837-8", "doi:10.1093/biomet/34.1-2.28"],
  point: (rows) => meanPoint(rows, errors(rows)),
};

/**
 * Mean absolute error: how far predictions lie from outcomes on average, whichever way.
 *
 * Units       the outcome's; 0 is ideal.
 * Error       as of the mean error; cut at 0.
 * Undefined   NO_ROWS.
 *
 * @see Willmott & Matsuura (2005) Clim Res 30:79-82.
 */
export const meanAbsoluteError: OutcomeMetric<AmountRows> = {
  ...meanError,
  id: "meanAbsoluteError",
  name: "Mean absolute error",
  range: [0, Infinity],
  better: "lower",
  source: ["doi:10.3354/cr030079", "doi:10.1093/biomet/34.1-2.28"],
  point: (rows) => meanPoint(rows, errors(rows).map(Math.abs)),
};

function meanPoint(rows: AmountRows, values: Float64Array) {
  const share = shares(rows);
  const mean = meanOf(share, (i) => values[i]!);
  return pointOf(
    mean,
    values.map((v, i) => share[i]! * (v - mean)),
    "rows",
  );
}
