export {
  type CounterfactualPerformance,
  counterfactualPerformance,
  type ObservedExpectedUnder,
  type PerformanceUnder,
} from "./counterfactual-performance.ts";
export {
  boundingFactor,
  type EValue,
  eValue,
  ratioAfterBias,
  riskRatioOfHazards,
  riskRatioOfOdds,
} from "./e-value.ts";
export { type CommonEffect, type MantelHaenszel, mantelHaenszel, type Stratum } from "./mantel-haenszel.ts";
export type { MaskingColumns } from "./masking-rows.ts";
export { type MonotoneProjection, monotoneProjection, type ShapeFunction } from "./monotone-projection.ts";
export { type Reclassification, reclassifiedByFactor } from "./reclassification.ts";
export { type StandardisedRisk, standardisedRisk, type World } from "./standardised-risk.ts";
export { type TippingEffect, tippingTreatmentEffect, type TreatmentShares, untreatedRatio } from "./tipping.ts";
export {
  type MaskingContrasts,
  TREATMENT_MASKING_VERDICTS,
  type TreatmentMaskingVerdict,
  treatmentMaskingVerdict,
} from "./treatment-masking-verdict.ts";
export {
  cochranArmitage,
  type JonckheereTerpstra,
  jonckheereTerpstra,
  type LevelCounts,
  type TrendTest,
} from "./trend.ts";
export { type UntreatedRisk, untreatedRisk, type UntreatedRiskOfLevel } from "./untreated-risk.ts";
export {
  MINIMUM_EFFECTIVE_ROWS,
  type Positivity,
  type UntreatedWeights,
  untreatedWeights,
} from "./untreated-weights.ts";
export { type MarginalContrasts, marginalContrasts } from "./marginal-contrasts.ts";
export { type ModelContrast, modelContrast } from "./model-contrast.ts";
export { type Count, type RiskContrast, riskContrast } from "./risk-contrast.ts";
export { analyseFactor, type FactorAnalysis, type FactorInput, type FactorOptions } from "./analyse-factor.ts";
export { type AdjacentLevels, adjacentReversals, type Reversal } from "./adjacent-levels.ts";
