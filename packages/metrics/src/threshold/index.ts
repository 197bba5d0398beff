export { type Confusion, confusion } from "./confusion.ts";
export { type OperatingPoint, thresholdForCapacity, thresholdForTopFraction } from "./operating-point.ts";
export { type AdjustedPredictiveValues, predictiveValuesAtPrevalence } from "./prevalence-adjusted.ts";
export type { FlagCounts } from "./flag-counts.ts";
export { type Workload, workload } from "./workload.ts";
