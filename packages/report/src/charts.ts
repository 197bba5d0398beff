import { calibration, isotonicCalibration } from "./charts/calibration.ts";
import type { CurveChart } from "./charts/curve-chart.ts";
import { continuousCalibration } from "./charts/continuous-calibration.ts";
import { cumulativeIncidence } from "./charts/cumulative-incidence.ts";
import { decision, horizonDecision } from "./charts/decision.ts";
import { distribution } from "./charts/distribution.ts";
import { horizonCalibration } from "./charts/horizon-calibration.ts";
import { precisionRecall } from "./charts/precision-recall.ts";
import { roc } from "./charts/roc.ts";

/** Every chart of a curve, in the order that its section shows them. */
export const curveCharts: readonly CurveChart[] = [
  calibration,
  horizonCalibration,
  continuousCalibration,
  isotonicCalibration,
  decision,
  horizonDecision,
  distribution,
  cumulativeIncidence,
  roc,
  precisionRecall,
];
