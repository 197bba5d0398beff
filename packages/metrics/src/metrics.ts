import { auroc } from "./discrimination/auroc.ts";
import { averagePrecision } from "./discrimination/average-precision.ts";
import { calibrationInTheLarge } from "./calibration/calibration-in-the-large.ts";
import { calibrationSlope } from "./calibration/calibration-slope.ts";
import { discriminationComponent, miscalibration } from "./calibration/corp.ts";
import { brierScore, scaledBrierScore } from "./calibration/brier-score.ts";
import {
  expectedCalibrationError,
  expectedCalibrationErrorDebiased,
} from "./calibration/expected-calibration-error.ts";
import { e50, e90, eMax, integratedCalibrationIndex } from "./calibration/integrated-calibration-index.ts";
import { logLoss } from "./calibration/log-loss.ts";
import { observedExpectedRatio } from "./calibration/observed-expected-ratio.ts";
import type { Metric } from "./metric.ts";
import { netBenefit, netBenefitOverDefault, standardisedNetBenefit } from "./utility/net-benefit.ts";

/** Every metric, in the report's order. A new one is one file, one import and one line here. */
export const metrics: readonly Metric[] = [
  auroc,
  averagePrecision,
  observedExpectedRatio,
  calibrationInTheLarge,
  calibrationSlope,
  integratedCalibrationIndex,
  e50,
  e90,
  eMax,
  brierScore,
  scaledBrierScore,
  logLoss,
  miscalibration,
  discriminationComponent,
  expectedCalibrationError,
  expectedCalibrationErrorDebiased,
  netBenefit,
  standardisedNetBenefit,
  netBenefitOverDefault,
];
