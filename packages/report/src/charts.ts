import { calibration } from "./charts/calibration.ts";
import type { CurveChart } from "./charts/curve-chart.ts";
import { decision } from "./charts/decision.ts";
import { distribution } from "./charts/distribution.ts";
import { precisionRecall } from "./charts/precision-recall.ts";
import { roc } from "./charts/roc.ts";

/** Every chart of a curve, in the order that its section shows them. */
export const curveCharts: readonly CurveChart[] = [calibration, decision, distribution, roc, precisionRecall];
