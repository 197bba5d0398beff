import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { survivalCalibrationSlope } from "../outcomes/cox-slope.ts";
import { isUndefined, undefinedBecause } from "../result.ts";
import { atHorizon, followed, freedomOf, type SurvivalRows, unmet } from "./survival-rows.ts";

/** Below this many events by the horizon, or patients without, the slope says little (methods 0.6). */
const FEWEST = 10;

/**
 * Calibration slope from censored follow-up: the Cox coefficient of log(−log(1 − risk)), follow-up cut at the horizon.
 *
 * Below 1 the predictions are too extreme, above 1 too timid. It says nothing of their level.
 *
 * Units       none; 1 is ideal.
 * Error       of the partial likelihood (Efron's ties); normal.
 * Undefined   below 10 events or 10 patients without one; CONSTANT_SCORE; SEPARATION; NON_CONVERGENCE; NOT_A_PROBABILITY;
 *             COMPETING_EVENTS where the plan names any: the Cox slope is then not that of the risk; WEIGHTED_ROWS.
 * Assumes     proportional hazards.
 *
 * @see van Houwelingen (2000) Stat Med 19:3401-3415.
 */
export const survivalCalibrationSlopeMetric: OutcomeMetric<SurvivalRows> = {
  id: "survivalCalibrationSlope",
  name: "Calibration slope at the horizon",
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
  flagsFewEvents: true,
  requires: { score: "probability", noCompeting: true },
  source: ["doi:10.1002/1097-0258(20001230)19:24<3401::AID-SIM554>3.0.CO;2-2"],
  point(rows) {
    const fault = unmet(rows, { risk: true, noCompeting: true });
    if (fault !== undefined) return fault;
    const { events, free, censored } = atHorizon(rows);
    if (events < FEWEST || free + censored < FEWEST) return undefinedBecause("TOO_FEW_EVENTS");
    const { followUp, score, horizon } = rows;
    const slope = followed(rows, survivalCalibrationSlope(followUp, score, 0.95, { horizon }));
    if (isUndefined(slope)) return slope;
    const { value, standardError, influence, flags } = slope;
    return { value, standardError, influence, ...freedomOf(influence), flags };
  },
};
