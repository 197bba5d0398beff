import { auroc } from "./discrimination/auroc.ts";
import { averagePrecision } from "./discrimination/average-precision.ts";
import type { Metric } from "./metric.ts";

/** Every metric, in the report's order. A new one is one file, one import and one line here. */
export const metrics: readonly Metric[] = [auroc, averagePrecision];
