export { type BinnedSamples, binByReference, countLevels } from "./binned-samples.ts";
export { type BinnedDistances, binnedDistances } from "./binned-distances.ts";
export { type DistributionDistances, distributionDistances } from "./distribution-distances.ts";
export { type KernelDiscrepancy, kernelDiscrepancy } from "./kernel-discrepancy.ts";
export { type FlagShift, prevalenceFromFlags, prevalenceFromRisks, type RiskShift } from "./label-shift.ts";
export { type LevelTest, levelTest } from "./level-test.ts";
export { type LocationShift, locationShift, type RankShift, rankShift } from "./location-shift.ts";
export { type PopulationStability, populationStability } from "./population-stability.ts";
