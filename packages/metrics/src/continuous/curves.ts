import type { OutcomeCurve } from "../outcome-kinds/outcome-curve.ts";
import type { AmountRows } from "./amount-rows.ts";
import { continuousCalibrationCurve } from "./calibration-curve.ts";
import { continuousCalibrationGroups } from "./calibration-groups.ts";

/** Every curve of a continuous outcome, in the report's order. */
export const continuousCurves: readonly OutcomeCurve<AmountRows>[] = [
  continuousCalibrationCurve,
  continuousCalibrationGroups,
];
