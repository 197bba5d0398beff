import type { Curve } from "./curve.ts";
import { calibrationCurve } from "./curves/calibration.ts";
import { calibrationGroups } from "./curves/calibration-groups.ts";
import { calibrationIsotonic } from "./curves/calibration-isotonic.ts";
import { decisionCurve } from "./curves/decision.ts";
import { precisionRecall } from "./curves/precision-recall.ts";
import { roc } from "./curves/roc.ts";
import { scoreDistribution } from "./curves/score-distribution.ts";

/** Every curve, in the report's order. */
export const curves: readonly Curve[] = [
  scoreDistribution,
  roc,
  precisionRecall,
  calibrationCurve,
  calibrationGroups,
  calibrationIsotonic,
  decisionCurve,
];
