import { intervalOfMean, sampleMean } from "../inference/sample-mean.ts";
import type { OutcomeCurve } from "../outcome-kinds/outcome-curve.ts";
import { tenths } from "../outcome-kinds/tenths.ts";
import { undefinedBecause } from "../result.ts";
import type { AmountRows } from "./amount-rows.ts";

/**
 * Mean outcome in ten groups of equal size by prediction, with t limits: for the eye, beside the curve.
 *
 * Columns     predicted (mean), observed (mean), low, high, rows; limits blank for a group of one row.
 * Undefined   NO_ROWS.
 */
export const continuousCalibrationGroups: OutcomeCurve<AmountRows> = {
  id: "continuousCalibrationGroups",
  name: "Mean outcome by tenth of prediction",
  x: "predicted",
  y: "observed",
  source: ["Student (1908) Biometrika 6:1"],
  points({ prediction, outcome, weight }, { level, cluster }) {
    if (prediction.length === 0) return undefinedBecause("NO_ROWS");
    const sampling = { ...(weight === undefined ? {} : { weight }), ...(cluster === undefined ? {} : { cluster }) };
    const groups = tenths(prediction).map((members) => {
      const mean = sampleMean(outcome, members, sampling)!;
      return {
        predicted: sampleMean(prediction, members, sampling)!.value,
        observed: mean.value,
        interval: intervalOfMean(mean, "amount", level),
        rows: members.length,
      };
    });
    return {
      columns: {
        predicted: groups.map((g) => g.predicted),
        observed: groups.map((g) => g.observed),
        low: groups.map((g) => g.interval?.low ?? null),
        high: groups.map((g) => g.interval?.high ?? null),
        rows: groups.map((g) => g.rows),
      },
      flags: [],
    };
  },
};
