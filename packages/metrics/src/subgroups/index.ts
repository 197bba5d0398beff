export { type BetaBinomial, betaBinomial } from "./beta-binomial.ts";
export { type GeneralizedEntropy, generalizedEntropy } from "./generalized-entropy.ts";
export { type AgainstOverall, groupAgainstOverall } from "./group-against-overall.ts";
export { type Heterogeneity, heterogeneity, type MeanEffect, type SubgroupEstimate } from "./heterogeneity.ts";
export {
  type CriteriaRelation,
  type ErrorRates,
  explainImpossibility,
  type ImpossibilityExplained,
} from "./impossibility.ts";
export { type NormalShrinkage, normalShrinkage, shrink, type ShrunkEstimate } from "./normal-shrinkage.ts";
export { expectedNullRange } from "./null-range.ts";
export { overlapVariance } from "./overlap.ts";
export { type PearsonTest, pearsonTest } from "./pearson.ts";
export { type ProportionRange, proportionRange, shrunkError } from "./proportion-range.ts";
export { moverPairs, type PairInterval, type RangeInference, rangeInference } from "./range.ts";
export { type FourFifths, fourFifths } from "./four-fifths.ts";
export { equalisedOdds, type RateGap, type RateGaps, rateGaps } from "./rate-gaps.ts";
