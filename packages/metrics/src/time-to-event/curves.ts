import type { OutcomeCurve } from "../outcome-kinds/outcome-curve.ts";
import { cumulativeIncidence } from "./cumulative-incidence.ts";
import { horizonCalibration } from "./horizon-calibration.ts";
import { horizonCalibrationGroups } from "./horizon-calibration-groups.ts";
import { horizonDecision } from "./horizon-decision.ts";
import type { SurvivalRows } from "./survival-rows.ts";

/** Every curve of a time-to-event outcome, in the report's order. */
export const survivalCurves: readonly OutcomeCurve<SurvivalRows>[] = [
  cumulativeIncidence,
  horizonCalibration,
  horizonCalibrationGroups,
  horizonDecision,
];
