import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import type { ClassRows } from "./class-rows.ts";
import { handTillMMetric, ordinalC } from "./hand-till-m.ts";
import { polytomousDiscriminationMetric } from "./polytomous-discrimination.ts";
import { multiClassBrier, multiClassLogLoss } from "./proper-scores.ts";

/** Every metric over all classes, in the report's order; those of one class against the rest come before. */
export const multiClassMetrics: readonly OutcomeMetric<ClassRows>[] = [
  handTillMMetric,
  ordinalC,
  polytomousDiscriminationMetric,
  multiClassLogLoss,
  multiClassBrier,
];
