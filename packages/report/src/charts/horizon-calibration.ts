import { calibrationChart } from "./calibration.ts";

/** The calibration curve of a risk by a horizon. */
export const horizonCalibration = calibrationChart({
  id: "horizon-calibration",
  curve: "horizonCalibration",
  groups: "horizonCalibrationGroups",
  facts: ["observedExpectedRisk", "survivalCalibrationSlope"],
});
