import { auroc } from "./discrimination/auroc.ts";
import { partialAuroc } from "./discrimination/partial-auroc-metric.ts";
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
import { sensitivity } from "./threshold/sensitivity.ts";
import { specificity } from "./threshold/specificity.ts";
import { ppv } from "./threshold/ppv.ts";
import { npv } from "./threshold/npv.ts";
import { selectionRate } from "./threshold/selection-rate.ts";
import { nne } from "./threshold/nne.ts";
import { falsePositiveRate } from "./threshold/false-positive-rate.ts";
import { falseNegativeRate } from "./threshold/false-negative-rate.ts";
import { falseOmissionRate } from "./threshold/false-omission-rate.ts";
import { falseDiscoveryRate } from "./threshold/false-discovery-rate.ts";
import { prevalence } from "./threshold/prevalence.ts";
import { accuracy } from "./threshold/accuracy.ts";
import { negativeLikelihoodRatio, positiveLikelihoodRatio } from "./threshold/likelihood-ratios.ts";
import { balancedAccuracy, youden } from "./threshold/youden.ts";
import { f1 } from "./threshold/f1.ts";
import { mcc } from "./threshold/mcc.ts";
import { kappa } from "./threshold/kappa.ts";
import { diagnosticOddsRatio } from "./threshold/diagnostic-odds-ratio.ts";
import { netBenefit, netBenefitOverDefault, standardisedNetBenefit } from "./utility/net-benefit.ts";

/** Every metric, in the report's order. A new one is one file, one import and one line here. */
export const metrics: readonly Metric[] = [
  auroc,
  partialAuroc,
  averagePrecision,
  prevalence,
  sensitivity,
  specificity,
  ppv,
  npv,
  selectionRate,
  nne,
  falsePositiveRate,
  falseNegativeRate,
  falseOmissionRate,
  falseDiscoveryRate,
  positiveLikelihoodRatio,
  negativeLikelihoodRatio,
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
  accuracy,
  balancedAccuracy,
  youden,
  f1,
  mcc,
  kappa,
  diagnosticOddsRatio,
];
