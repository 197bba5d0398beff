import type { Distance } from "./distance.ts";
import { type BinnedDistances, binnedDistances } from "./drift/binned-distances.ts";
import type { BinnedSamples } from "./drift/binned-samples.ts";
import { type DistributionDistances, distributionDistances } from "./drift/distribution-distances.ts";
import { kernelDiscrepancy } from "./drift/kernel-discrepancy.ts";
import { levelTest } from "./drift/level-test.ts";
import { populationStability } from "./drift/population-stability.ts";
import { sum } from "./numeric/sum.ts";
import { isUndefined, type Undefined } from "./result.ts";

/** Every distance between a reference and what is here, in the report's order. A new one is one entry here and its page. */
export const distances: readonly Distance[] = [
  {
    id: "populationStabilityIndex",
    name: "Population stability index (PSI)",
    of: "counts",
    range: [0, Infinity],
    liftedByChance: true,
    source: ["Siddiqi (2006) Credit Risk Scorecards", "Yurdakul & Naranjo (2020) J Risk Model Valid 14(4)"],
    between: (reference, here) => found(populationStability(samples(reference, here)), ({ psi }) => Math.max(0, psi)),
  },
  {
    id: "jensenShannon",
    name: "Jensen-Shannon distance",
    of: "counts",
    range: [0, 1],
    liftedByChance: true,
    source: ["doi:10.1109/18.61115", "doi:10.1109/TIT.2003.813506"],
    between: binned("jensenShannonDistance"),
  },
  {
    id: "hellinger",
    name: "Hellinger distance",
    of: "counts",
    range: [0, 1],
    liftedByChance: true,
    source: ["Hellinger (1909) J Reine Angew Math 136:210-271"],
    between: binned("hellinger"),
  },
  {
    id: "totalVariation",
    name: "Total variation distance",
    of: "counts",
    range: [0, 1],
    liftedByChance: true,
    source: ["Gibbs & Su (2002) Int Stat Rev 70:419-435"],
    between: binned("totalVariation"),
  },
  {
    id: "cramersV",
    name: "Cramér's V (of the χ² test)",
    of: "counts",
    range: [0, 1],
    liftedByChance: true,
    source: ["Cramér (1946) Mathematical Methods of Statistics, 21.9"],
    between: (reference, here) => found(levelTest(samples(reference, here)), ({ cramersV }) => Math.min(1, cramersV)),
  },
  {
    id: "kolmogorovSmirnov",
    name: "Kolmogorov-Smirnov distance",
    of: "numbers",
    range: [0, 1],
    liftedByChance: true,
    source: ["Smirnov (1948) Ann Math Stat 19:279-281"],
    between: ofNumbers("kolmogorovSmirnov"),
  },
  {
    id: "wasserstein",
    name: "Wasserstein distance",
    of: "numbers",
    range: [0, Infinity],
    liftedByChance: true,
    source: ["Vallender (1974) Theory Probab Appl 18:784-786"],
    between: ofNumbers("wasserstein"),
  },
  {
    id: "energy",
    name: "Energy distance",
    of: "numbers",
    range: [0, Infinity],
    liftedByChance: true,
    source: ["Székely & Rizzo (2013) J Stat Plan Inference 143:1249-1272"],
    between: ofNumbers("energy"),
  },
  {
    id: "maximumMeanDiscrepancy",
    name: "Maximum mean discrepancy, squared, without bias",
    of: "rows",
    range: [-1, 2],
    liftedByChance: false,
    source: ["Gretton et al (2012) J Mach Learn Res 13:723-773"],
    between: (reference, here) => found(kernelDiscrepancy(reference, here), ({ unbiased }) => unbiased),
  },
];

function samples(reference: Float64Array, current: Float64Array): BinnedSamples {
  return { reference, current, referenceRows: sum(reference), currentRows: sum(current) };
}

function found<T extends object>(result: T | Undefined, of: (result: T) => number): number | Undefined {
  return isUndefined(result) ? result : of(result);
}

function binned(which: keyof BinnedDistances): (reference: Float64Array, here: Float64Array) => number | Undefined {
  return (reference, here) => found(binnedDistances(samples(reference, here)), (all) => all[which]);
}

function ofNumbers(
  which: keyof DistributionDistances,
): (reference: Float64Array, here: Float64Array) => number | Undefined {
  return (reference, here) => found(distributionDistances(reference, here), (all) => all[which]);
}
