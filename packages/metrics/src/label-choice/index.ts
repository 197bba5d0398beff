export { type Concentration, concentrationInTop, groupShareOfTop, placesInTop } from "./concentration.ts";
export { type EqualScoreGap, type EqualScoreOptions, gapAtEqualScore } from "./equal-score-gap.ts";
export { ratioAtEqualScore } from "./equal-score-ratio.ts";
export { type LabelAtEqualNeed, labelAtEqualNeed, needStrata } from "./label-at-equal-need.ts";
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
export { inclusionInTop, shareInTop, type TopShare } from "./top-fraction.ts";
export { LABEL_CHOICE_VERDICTS, type LabelChoiceVerdict, labelChoiceVerdict } from "./label-choice-verdict.ts";
export { gapWithinStrata, type WithinGap } from "./within-percentile-gap.ts";
