import type { ScoreCounts } from "@auscult/core";
import { meanOverRows } from "../inference/mean-over-rows.ts";
import { totalsOf } from "../inference/totals.ts";
import type { Resample } from "../inference/resampled-counts.ts";
import { sharedStatistic } from "../inference/shared-statistic.ts";
import type { Metric, Resampled } from "../metric.ts";
import { isotonicRegression } from "../numeric/isotonic.ts";
import { sum } from "../numeric/sum.ts";
import type { Undefined } from "../result.ts";
import { squaredError } from "./brier-score.ts";
import { notPredictions } from "./predictions.ts";

/** The Brier score parted into miscalibration, discrimination and uncertainty: Brier = MCB − DSC + UNC. */
export interface CorpDecomposition {
  readonly brier: number;
  /** MCB ≥ 0: what isotonic recalibration would gain. */
  readonly miscalibration: number;
  /** DSC ≥ 0: what the recalibrated predictions gain over the prevalence. */
  readonly discrimination: number;
  /** UNC: Brier score of predicting the prevalence. */
  readonly uncertainty: number;
  /** Isotonic risk at each distinct prediction. */
  readonly recalibrated: Float64Array;
}

/**
 * CORP decomposition: recalibrate by isotonic regression (ties first made one), and see what the Brier score gains. No
 * bins to choose. Undefined: NOT_A_PROBABILITY; NO_ROWS.
 *
 * @see Dimitriadis, Gneiting & Jordan (2021) Proc Natl Acad Sci 118:e2016191118.
 */
export function corpDecomposition(counts: ScoreCounts): CorpDecomposition | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  const recalibrated = isotonicRisk(counts);
  const { prevalence } = totalsOf(counts);
  return {
    brier: meanOverRows(counts, squaredError).value,
    miscalibration: miscalibrationOf(counts, recalibrated),
    discrimination: discriminationOf(counts, recalibrated),
    uncertainty: prevalence * (1 - prevalence),
    recalibrated,
  };
}

/** What the Brier score gains by the isotonic risks. */
function miscalibrationOf(counts: ScoreCounts, recalibrated: Float64Array): number {
  const { score, positives, negatives } = counts;
  const gain = score.map((p, i) => {
    const distance = p - recalibrated[i]!;
    const rows = positives[i]! + negatives[i]!;
    return distance * (rows * distance + 2 * (rows * recalibrated[i]! - positives[i]!));
  });
  return Math.max(0, sum(gain) / totalsOf(counts).weight);
}

/** Both components of a resample, from one isotonic regression. */
const componentsOf = sharedStatistic(() => ({ counts }: Resample) => {
  const recalibrated = isotonicRisk(counts);
  return {
    miscalibration: miscalibrationOf(counts, recalibrated),
    discrimination: discriminationOf(counts, recalibrated),
  };
});

function component(which: keyof ReturnType<ReturnType<typeof componentsOf>>): NonNullable<Resampled["held"]> {
  return (counts) => {
    const of = componentsOf(counts);
    return (resample) => of(resample)[which];
  };
}

/** Share of events at each distinct score, made non-decreasing. */
function isotonicRisk({ positives, negatives }: ScoreCounts): Float64Array {
  const rows = positives.map((events, i) => events + negatives[i]!);
  return isotonicRegression(
    positives.map((events, i) => events / rows[i]!),
    rows,
  );
}

/** Variance of the isotonic risks: what they gain over the prevalence. */
function discriminationOf(counts: ScoreCounts, recalibrated: Float64Array): number {
  const { prevalence, weight } = totalsOf(counts);
  const { positives, negatives } = counts;
  return sum(recalibrated.map((r, i) => (positives[i]! + negatives[i]!) * (r - prevalence) ** 2)) / weight;
}

const shared = {
  family: "calibration",
  unit: "squared-probability",
  thresholded: false,
  headline: true,
  intervalScale: "identity",
  contrast: "difference",
  source: ["doi:10.1073/pnas.2016191118"],
} as const;

/**
 * Miscalibration (MCB): the part of the Brier score that isotonic recalibration would remove.
 *
 * 0 is perfect. Isotonic regression overfits small numbers, so chance alone gives a positive value: read it beside
 * `underPerfectCalibration`.
 *
 * Units       squared probability, 0 to 1. No bins, no smoothing to choose.
 * Interval    debiased bootstrap; lower limit 0 where the value is within what chance gives.
 * Undefined   with one class only.
 *
 * @see Dimitriadis, Gneiting & Jordan (2021) Proc Natl Acad Sci 118:e2016191118.
 */
export const miscalibration: Metric = {
  ...shared,
  id: "miscalibration",
  name: "Miscalibration (MCB)",
  range: [0, 1],
  ideal: 0,
  better: "lower",
  monotoneInvariant: false,
  resampled: { interval: "debiased", scale: "identity", chance: true, held: component("miscalibration") },
  requires: { score: "probability", events: 1, nonEvents: 1 },
  point(counts) {
    const corp = corpDecomposition(counts);
    return "status" in corp ? corp : { value: corp.miscalibration };
  },
};

/**
 * Discrimination component (DSC): what the predictions, recalibrated, gain over predicting the prevalence for all.
 *
 * 0 means that the predictions carry no information; its most is the uncertainty p(1 − p), so it depends on prevalence.
 *
 * Units       squared probability, 0 to ¼. Reads only the order of the scores, so it serves ordinal ones too.
 * Interval    debiased bootstrap on the squared scale, for isotonic regression overfits. Undefined with one class only.
 *
 * @see Dimitriadis, Gneiting & Jordan (2021) Proc Natl Acad Sci 118:e2016191118.
 */
export const discriminationComponent: Metric = {
  ...shared,
  id: "discriminationComponent",
  name: "Discrimination component (DSC)",
  range: [0, 0.25],
  ideal: null,
  better: "higher",
  uninformative: 0,
  monotoneInvariant: true,
  resampled: { interval: "debiased", scale: "squared", chance: false, held: component("discrimination") },
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  point: (counts) => ({ value: discriminationOf(counts, isotonicRisk(counts)) }),
};
