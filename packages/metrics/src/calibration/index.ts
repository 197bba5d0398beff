export { brierDifference } from "./brier-difference.ts";
export { brierScore, expectedBrier, scaledBrierScore } from "./brier-score.ts";
export { type BinScheme, type CalibrationBin, calibrationBins } from "./calibration-bins.ts";
export { type CalibrationErrors, calibrationErrors } from "./calibration-errors.ts";
export { type CalibrationWithinGroups, calibrationWithinGroups } from "./calibration-within-groups.ts";
export { type ClusteredRecalibration, clusteredRecalibration } from "./clustered-recalibration.ts";
export { type CorpDecomposition, corpDecomposition } from "./corp.ts";
export { type BinnedCalibration, binnedCalibration } from "./expected-calibration-error.ts";
export {
  curveAt,
  type FlexibleCalibration,
  flexibleCalibration,
  knotsFor,
  moderateCalibrationTest,
} from "./flexible-calibration.ts";
export { type HosmerLemeshow, hosmerLemeshow } from "./hosmer-lemeshow.ts";
export { logLossOf } from "./log-loss.ts";
export { type MurphyDecomposition, murphyDecomposition } from "./murphy-decomposition.ts";
export {
  type ObservedExpected,
  type ObservedExpectedIntervals,
  observedExpected,
  observedExpectedIntervals,
} from "./observed-expected-ratio.ts";
export { type CertainPredictions, certainPredictions, withoutCertain } from "./predictions.ts";
export {
  type InterceptRecalibration,
  type Recalibration,
  type RecalibrationTests,
  recalibrate,
  recalibrateIntercept,
  recalibrationTests,
} from "./recalibration.ts";
export { smoothedCalibrationErrors } from "./smoothed-calibration.ts";
export { type SpiegelhalterTest, spiegelhalterTest } from "./spiegelhalter.ts";
export { type UnderPerfectCalibration, underPerfectCalibration } from "./under-perfect-calibration.ts";
export { type RecalibratedIndices, type ValProbIndices, valProbIndices } from "./val-prob.ts";
