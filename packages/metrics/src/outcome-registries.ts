import { continuousCurves } from "./continuous/curves.ts";
import { continuousMetrics } from "./continuous/metrics.ts";
import type { CurveFacts } from "./curve.ts";
import type { MetricFacts } from "./metric.ts";
import { multiClassMetrics } from "./multi-class/metrics.ts";
import { survivalCurves } from "./time-to-event/curves.ts";
import { survivalMetrics } from "./time-to-event/metrics.ts";

/** Every metric that belongs to a kind of outcome beside binary; those of one class against the rest are the binary ones. */
export const outcomeMetrics: readonly MetricFacts[] = [...survivalMetrics, ...continuousMetrics, ...multiClassMetrics];

/** Every curve that does. */
export const outcomeCurves: readonly CurveFacts[] = [...survivalCurves, ...continuousCurves];
