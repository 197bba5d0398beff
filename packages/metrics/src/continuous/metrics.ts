import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import type { AmountRows } from "./amount-rows.ts";
import { continuousCalibrationIntercept, continuousCalibrationSlope } from "./calibration-line.ts";
import { concordanceCorrelationMetric } from "./concordance-correlation.ts";
import { agreementHigh, agreementLow } from "./limits-of-agreement.ts";
import { meanAbsoluteError, meanError } from "./mean-error.ts";
import { observedExpectedMean } from "./observed-expected-mean.ts";
import { rootMeanSquaredError, rSquared } from "./root-mean-squared-error.ts";

/** Every metric of a continuous outcome, in the report's order. */
export const continuousMetrics: readonly OutcomeMetric<AmountRows>[] = [
  meanError,
  meanAbsoluteError,
  rootMeanSquaredError,
  rSquared,
  concordanceCorrelationMetric,
  agreementLow,
  agreementHigh,
  observedExpectedMean,
  continuousCalibrationIntercept,
  continuousCalibrationSlope,
];
