export { type BcaParts, bcaInterval } from "./bca.ts";
export { type Bootstrap, bootstrap, summariseReplicates } from "./bootstrap.ts";
export {
  basicInterval,
  type BootstrapInterval,
  bootstrapNormalInterval,
  percentileInterval,
} from "./bootstrap-interval.ts";
export { bootstrapBias, type BootstrapSample, bootstrapSample, bootstrapStandardError } from "./bootstrap-sample.ts";
export { clusterDraw } from "./cluster-draw.ts";
export { type Draw, givenDraw, multiplicities } from "./draw.ts";
export { type Jackknife, jackknife, jackknifeContrast, jackknifeOf } from "./jackknife.ts";
export { type Limits, moverDifference } from "./mover.ts";
export { multinomialDraw } from "./multinomial-draw.ts";
export { normInterLimits } from "./norm-inter.ts";
export { type Permutation, permutationPValue, permutationTest } from "./permutation.ts";
export { type Effect, effectOf } from "./effect.ts";
export { type InfluenceVariance, influenceVariance, type Sampling } from "./influence.ts";
export { philox4x32 } from "./philox.ts";
export { poissonDraw } from "./poisson-draw.ts";
export { type Purpose, PURPOSES } from "./purposes.ts";
export { type RandomStream, randomStream } from "./random-stream.ts";
export { joinReplicates, type Replicates, replicates, type ResampledStatistic } from "./replicates.ts";
export { entryClass, entryRows, resampledCounts } from "./resampled-counts.ts";
export { scaleInterval } from "./scale-interval.ts";
export { studentisedInterval } from "./studentised.ts";
export { withoutBlock } from "./without-block.ts";
export { kishRows } from "./totals.ts";
export type { LikelihoodRatioTest } from "./likelihood-ratio.ts";
export type { PairedDifference } from "./paired-difference.ts";
export { waldInterval } from "./wald.ts";
export { adjustP, type Adjustment } from "./p-adjust.ts";
export { type MeanDifference, meanDifference } from "./mean-difference.ts";
export { intervalOfMean, type SampleMean, sampleMean } from "./sample-mean.ts";
export {
  agrestiCaffoDifference,
  farringtonManningZ,
  fisherExactP,
  meeDifference,
  miettinenNurminenDifference,
  miettinenNurminenP,
  miettinenNurminenZ,
  newcombeDifference,
  pooledTest,
  waldDifference,
} from "./proportion-difference.ts";
export {
  type Proportion,
  type ProportionLimits,
  proportionLimits,
  type Range,
  wilsonLimits,
} from "./proportion.ts";
export {
  katzRatio,
  koopmanRatio,
  miettinenNurminenRatio,
  oddsRatio,
  proportionRatio,
  woolfOddsRatio,
} from "./proportion-ratio.ts";
export {
  type AgainstOneReference,
  bonferroniCritical,
  dunnettCritical,
  dunnettP,
  sidakCritical,
} from "./dunnett.ts";
export {
  type McNemar,
  mcNemar,
  newcombePairedDifference,
  type PairedRatio,
  pairedRatio,
  type PairedTable,
  tangoDifference,
  tangRatio,
  tangStatistic,
} from "./paired-proportions.ts";
export { type PairedPredictiveValue, pairedPredictiveValue } from "./paired-predictive-value.ts";
export {
  detectableGap,
  type PlannedProportions,
  powerOfDifference,
  powerOfEquivalence,
  smallestDetectableDifference,
} from "./power.ts";
export { type MarginTest, proportionMarginTest } from "./proportion-margin.ts";
