import type { Curve } from "./curve.ts";
import { calibrationCurve } from "./curves/calibration.ts";
import { calibrationGroups } from "./curves/calibration-groups.ts";
import { decisionCurve } from "./curves/decision.ts";
import { scoreDistribution } from "./curves/score-distribution.ts";

/** Every curve, in the report's order. */
export const curves: readonly Curve[] = [calibrationCurve, calibrationGroups, decisionCurve, scoreDistribution];
