export {
  analyseLabelChoice,
  type AtThreshold,
  type EqualScore,
  type GapMargin,
  type LabelChoiceAnalysis,
  type LabelChoiceInput,
  type LabelChoiceOptions,
  type MeasureByScore,
  type NamedValues,
  type NeedAnalysis,
  type RowsOfLabelChoice,
  type SideRows,
} from "./analyse-label-choice.ts";
export type { ProgrammeSwaps } from "./programme-swaps.ts";
export type { ConcentrationRow, TopComposition, TopOrder } from "./top-composition.ts";
export { type Concentration, concentrationInTop, groupShareOfTop, placesInTop } from "./concentration.ts";
export { type EqualScoreGap, type EqualScoreOptions, gapAtEqualScore } from "./equal-score-gap.ts";
export { ratioAtEqualScore } from "./equal-score-ratio.ts";
export { type LabelAtEqualNeed, labelAtEqualNeed } from "./label-at-equal-need.ts";
export {
  type CorrectedPrevalence,
  correctedPrevalence,
  type LabelAccuracy,
  type TippingContour,
  tippingContour,
  tippingSensitivity,
} from "./label-error.ts";
export {
  correctMisclassification,
  type CorrectedRates,
  type FlagByLabel,
  type FlagRates,
} from "./misclassification.ts";
export { averageRanks, percentiles, type Ranking, rankBins } from "./percentile.ts";
export { type CurveOptions, meanByPercentile, type PercentileBin } from "./percentile-curve.ts";
export { gapInWindow, type WindowOptions } from "./percentile-window.ts";
export { percentileByCut, type Swap, swapByNeed, swapByScore, type SwapInput } from "./swap-simulation.ts";
export { descendingOrder, type Inclusion, inclusionInTop } from "./inclusion.ts";
export { intervalOfTopShare, shareInTop, type TopShare, topShareDifference } from "./top-fraction.ts";
export { LABEL_CHOICE_VERDICTS, type LabelChoiceVerdict, labelChoiceVerdict } from "./label-choice-verdict.ts";
export { gapWithinStrata, type WithinGap } from "./within-percentile-gap.ts";
export { type Contingency, crossTabulate } from "./contingency.ts";
export { type CramersV, cramersV } from "./cramers-v.ts";
export {
  type Feature,
  type FeatureProxy,
  featureProxy,
  type FeatureProxyOptions,
  LEGITIMACIES,
  type Legitimacy,
} from "./feature-proxy.ts";
export { type GroupGivenNeed, groupGivenNeed } from "./group-given-need.ts";
export {
  type ConditionalInformation,
  conditionalInformation,
  type GTest,
  type MutualInformation,
  mutualInformation,
} from "./mutual-information.ts";
export {
  type Covariate,
  type LabelAtEqualSeverity,
  labelAtEqualSeverity,
  type SeverityOptions,
} from "./label-at-equal-severity.ts";
export { meanByPercentileOfCounts, type RowsByScore } from "./curve-of-counts.ts";
export { type PlacesBootstrap, placesIntervals, type PlacesIntervals } from "./places-intervals.ts";
export { type PlacesInput, type ResampledPlaces, resampledPlaces } from "./resampled-places.ts";
