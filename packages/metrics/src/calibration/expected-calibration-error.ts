import type { ScoreCounts } from "@auscult/core";
import type { Resample } from "../inference/resampled-counts.ts";
import { sharedStatistic } from "../inference/shared-statistic.ts";
import type { Metric, Resampled } from "../metric.ts";
import { sum } from "../numeric/sum.ts";
import { isUndefined, type Undefined } from "../result.ts";
import { type BinScheme, calibrationBins } from "./calibration-bins.ts";
import { notPredictions } from "./predictions.ts";

export interface BinnedCalibration {
  /** Mean over rows of |observed − predicted| in its bin: the plug-in ECE. */
  readonly ece: number;
  /** The largest bin's. */
  readonly maximum: number;
  /** Mean over rows of (observed − predicted)² in its bin, and its root. */
  readonly squared: number;
  readonly rootMeanSquare: number;
  /** The same less what chance adds to it; may be below 0. Bins of one row are left out. */
  readonly squaredDebiased: number;
  /** Its root, 0 where it is below 0. Biased again, though less than `ece`: do not subtract two of them. */
  readonly rootDebiased: number;
  readonly bins: number;
}

/**
 * Expected calibration error, plug-in and debiased. The plug-in is above 0 for a perfect model, and the smaller the
 * sample the more: 0.139 for 50 rows, 0.014 for 5,000, in 10 bins. Never give it without the debiased one.
 *
 * @see Guo et al (2017) ICML; Kumar, Liang & Ma (2019) NeurIPS; Bröcker (2012) Clim Dyn 39:655-667.
 */
export function binnedCalibration(
  counts: ScoreCounts,
  { bins, scheme }: { readonly bins: number; readonly scheme: BinScheme },
): BinnedCalibration | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  const found = calibrationBins(counts, bins, scheme);
  const total = sum(found.map((b) => b.weight));
  const gap = (b: (typeof found)[number]) => b.observed - b.meanPrediction;
  const mean = (of: (b: (typeof found)[number]) => number) => sum(found.map((b) => (b.weight / total) * of(b)));
  const squared = mean((b) => gap(b) ** 2);
  const squaredDebiased = mean((b) => (b.variance === undefined ? 0 : gap(b) ** 2 - b.variance));
  return {
    ece: mean((b) => Math.abs(gap(b))),
    maximum: Math.max(...found.map((b) => Math.abs(gap(b)))),
    squared,
    rootMeanSquare: Math.sqrt(squared),
    squaredDebiased,
    rootDebiased: Math.sqrt(Math.max(0, squaredDebiased)),
    bins: found.length,
  };
}

const BINS = { bins: 10, scheme: "mass" } as const;

/** Both errors of a resample, from one binning of it. */
const binnedOf = sharedStatistic(
  () =>
    ({ counts }: Resample) =>
      binnedCalibration(counts, BINS),
);

function heldError(which: "ece" | "squaredDebiased"): NonNullable<Resampled["held"]> {
  return (counts) => {
    const of = binnedOf(counts);
    return (resample) => {
      const binned = of(resample);
      return isUndefined(binned) ? Number.NaN : binned[which];
    };
  };
}

const shared = {
  family: "calibration",
  ideal: 0,
  thresholded: false,
  headline: false,
  monotoneInvariant: false,
  intervalScale: "identity",
  requires: { score: "probability", events: 0, nonEvents: 0 },
  intervalRequires: { events: 100, nonEvents: 100 },
} as const;

/**
 * Expected calibration error (ECE): mean distance between predicted and observed risk in 10 bins of equal size.
 *
 * Given because buyers ask. It is positive for a perfect model, and more so in a small subgroup, so a gap between a
 * large and a small subgroup is manufactured by size alone: compare `expectedCalibrationErrorDebiased` instead. It
 * also changes with the binning.
 *
 * Units       probability, 0 to 1. 10 bins of equal numbers of rows, ties kept together.
 * Interval    debiased bootstrap; lower limit 0 where the value is within what chance gives.
 *
 * @see Guo et al (2017) ICML; Kumar, Liang & Ma (2019) NeurIPS.
 */
export const expectedCalibrationError: Metric = {
  ...shared,
  id: "expectedCalibrationError",
  name: "Expected calibration error (ECE, 10 equal-size bins)",
  unit: "probability",
  range: [0, 1],
  better: "lower",
  // A gap of two of them shows the subgroups' sizes.
  contrast: "none",
  resampled: { interval: "debiased", scale: "squared", chance: true, held: heldError("ece") },
  source: ["Guo et al (2017) ICML PMLR 70:1321-1330"],
  point(counts) {
    const binned = binnedCalibration(counts, BINS);
    return isUndefined(binned) ? binned : { value: binned.ece };
  },
};

/**
 * Squared expected calibration error, less what chance adds to it: 0 on average for a perfect model of any size, and so
 * sometimes below 0. Its square root, where positive, is on the scale of risk.
 *
 * Units       squared probability. 10 bins of equal numbers of rows, ties kept together; bins of one row left out.
 * Interval    basic bootstrap about the plug-in value of the data, which is what resamples estimate.
 *
 * @see Bröcker (2012) Clim Dyn 39:655-667; Ferro & Fricker (2012) Q J R Meteorol Soc 138:1954-1960; Kumar, Liang & Ma
 *      (2019) NeurIPS.
 */
export const expectedCalibrationErrorDebiased: Metric = {
  ...shared,
  id: "expectedCalibrationErrorDebiased",
  name: "Squared calibration error, debiased (10 equal-size bins)",
  unit: "squared-probability",
  range: [-0.25, 1],
  better: "towards-ideal",
  contrast: "difference",
  resampled: {
    interval: "basic",
    chance: false,
    held: heldError("squaredDebiased"),
    // Of resamples the debiased value estimates what the bins of the data show, chance included.
    centre: (counts) => {
      const binned = binnedCalibration(counts, BINS);
      return isUndefined(binned) ? Number.NaN : binned.squared;
    },
  },
  source: ["doi:10.1007/s00382-011-1191-1", "doi:10.1002/qj.1924", "Kumar, Liang & Ma (2019) NeurIPS 32"],
  point(counts) {
    const binned = binnedCalibration(counts, BINS);
    return isUndefined(binned) ? binned : { value: binned.squaredDebiased };
  },
};
