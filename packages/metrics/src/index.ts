export {
  FLAGS,
  type Flag,
  INTERVAL_METHODS,
  type Interval,
  type IntervalMethod,
  isUndefined,
  type Reason,
  REASONS,
  type Undefined,
  undefinedBecause,
} from "./result.ts";
export type { At, Metric, MetricFacts, Point, Region, Requires, Resampled } from "./metric.ts";
export type { Curve, CurveFacts, CurvePoints } from "./curve.ts";
export { type Contrast, type Estimate, INTERVALS_WITHHELD, type Verdict, VERDICTS } from "./estimates.ts";
export { metrics } from "./metrics.ts";
export { outcomeKinds } from "./outcome-kinds.ts";
export { outcomeCurves, outcomeMetrics } from "./outcome-registries.ts";
export type { AmountRows } from "./continuous/amount-rows.ts";
export { continuousMetrics } from "./continuous/metrics.ts";
export type { ClassRows } from "./multi-class/class-rows.ts";
export { multiClassMetrics } from "./multi-class/metrics.ts";
export { survivalCurves } from "./time-to-event/curves.ts";
export { survivalMetrics } from "./time-to-event/metrics.ts";
export type { SurvivalRows } from "./time-to-event/survival-rows.ts";
export type { Assessment, PlannedMetric } from "./outcome-kinds/outcome-kind.ts";
export type { OutcomeMetric } from "./outcome-kinds/outcome-metric.ts";
export { curves } from "./curves.ts";
export { distances } from "./distances.ts";
export * from "./inference/index.ts";
export { countScores } from "./count-scores.ts";
export { type Evaluated, evaluate, evaluateCurve, type EvaluateOptions } from "./evaluate.ts";
export * from "./discrimination/index.ts";
export * from "./calibration/index.ts";
export * from "./utility/index.ts";
export * from "./validation/index.ts";
export { acceptanceOf } from "./claims/acceptance.ts";
export * from "./numeric/index.ts";
export { equityVerdict } from "./verdict.ts";
export * from "./outcomes/index.ts";
export * from "./subgroups/index.ts";
export * from "./data-problems/index.ts";
export * from "./label-choice/index.ts";
export * from "./treatment-masking/index.ts";
export { type Comparison, type CompareOptions, compare } from "./compare.ts";
export type { Family } from "./family.ts";
export { poolComparisons } from "./pool-imputations.ts";
export type { ContrastOptions, Margin } from "./contrast.ts";
export { estimate, type EstimateOptions, type Measured, measure } from "./estimate.ts";
export * from "./threshold/index.ts";
export {
  FINDING_HEADS,
  FINDING_KINDS,
  FINDING_MARKS,
  FINDING_RULES,
  type Finding,
  type FindingChart,
  type FindingKind,
  type FindingNumber,
  type FindingTable,
  type FindingUnit,
} from "./finding.ts";
export type { Label, Phrase, PhraseBook } from "./phrases.ts";
export type { AskedModel, Beside, ProbedFeature, RowAnalysis } from "./row-analysis.ts";
export { rowAnalyses } from "./row-analyses.ts";
export * from "./drift/index.ts";
export * from "./model-probe/index.ts";
export * from "./disclosure/index.ts";
export * from "./sample-size/index.ts";
export * from "./screening/index.ts";
