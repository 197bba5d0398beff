import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { harrellCMetric } from "./harrell-c.ts";
import { horizonBrier, indexOfPredictionAccuracy } from "./horizon-brier.ts";
import { observedExpectedRiskMetric } from "./observed-expected-risk.ts";
import { observedRisk } from "./observed-risk.ts";
import { survivalCalibrationSlopeMetric } from "./survival-calibration-slope.ts";
import type { SurvivalRows } from "./survival-rows.ts";
import { timeDependentAucMetric } from "./time-dependent-auc.ts";
import { unoCMetric } from "./uno-c.ts";

/** Every metric of a time-to-event outcome, in the report's order. */
export const survivalMetrics: readonly OutcomeMetric<SurvivalRows>[] = [
  timeDependentAucMetric,
  unoCMetric,
  harrellCMetric,
  observedRisk,
  observedExpectedRiskMetric,
  survivalCalibrationSlopeMetric,
  horizonBrier,
  indexOfPredictionAccuracy,
];
