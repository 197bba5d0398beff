import { countScores } from "../count-scores.ts";
import { calibrationCurve } from "../curves/calibration.ts";
import { evaluateCurve } from "../evaluate.ts";
import type { OutcomeCurve } from "../outcome-kinds/outcome-curve.ts";
import { horizonWeights } from "../outcomes/horizon-weights.ts";
import { isUndefined } from "../result.ts";
import { followed, type SurvivalRows, unmet } from "./survival-rows.ts";

/**
 * Calibration curve at the horizon: smoothed observed risk against predicted risk, every patient weighted by the inverse of
 * the probability of having been followed long enough to be known; competing events are non-events.
 *
 * Logistic regression on a restricted cubic spline of the log odds of the prediction, as the calibration curve of a binary
 * outcome, with those weights. Drawn only between the 1st and 99th centile of the predictions.
 *
 * Columns     predicted, observed, low, high; 101 equally spaced predictions.
 * Band        design-based, pointwise; the weights are taken as known, which makes it if anything too wide. None where
 *             patients have several rows.
 * Undefined   below 10 events by the horizon, or 10 patients known to be free of it; as the weights at the horizon.
 *
 * @see Austin, Harrell & van Klaveren (2020) Stat Med 39:2714-2742; McLernon et al. (2023) Ann Intern Med 176:105-114.
 */
export const horizonCalibration: OutcomeCurve<SurvivalRows> = {
  id: "horizonCalibration",
  name: "Calibration curve at the horizon",
  x: "predicted",
  y: "observed",
  source: ["doi:10.1002/sim.8570", "doi:10.7326/M22-0844"],
  points(rows, { level, cluster }) {
    const fault = unmet(rows, { risk: true });
    if (fault !== undefined) return fault;
    const at = followed(rows, horizonWeights(rows.followUp, rows.score, rows.horizon));
    if (isUndefined(at)) return at;
    const counts = countScores(rows.score, at.outcome, at.weight);
    const drawn = evaluateCurve(calibrationCurve, counts, { level, thresholds: [], scoreKind: rows.scoreKind });
    if (isUndefined(drawn)) return drawn;
    const flags = [...drawn.flags, ...at.flags];
    const { predicted = [], observed = [] } = drawn.columns;
    return cluster === undefined ? { ...drawn, flags } : { columns: { predicted, observed }, flags };
  },
};
