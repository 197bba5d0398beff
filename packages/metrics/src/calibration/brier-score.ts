import type { ScoreCounts } from "@auscult/core";
import { errorOfSum, meanOverRows, type RowValue, scaled } from "../inference/mean-over-rows.ts";
import { totalsOf } from "../inference/totals.ts";
import type { Metric } from "../metric.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { certainPredictions, notPredictions } from "./predictions.ts";

export const squaredError: RowValue = (p, event) => (p - event) ** 2;

/** Mean p(1 − p): the Brier score that these predictions would have on average if they were right. */
export function expectedBrier(counts: ScoreCounts): number | Undefined {
  return notPredictions(counts) ?? meanOverRows(counts, (p) => p * (1 - p)).value;
}

/**
 * Brier score: mean squared distance between the predicted risk and what happened (0 or 1).
 *
 * Calibration and discrimination in one number. It grows towards a prevalence of one half whatever the model, so it does
 * not compare subgroups of different prevalence: use the scaled Brier score, or MCB and DSC, for that.
 *
 * Units       squared probability, 0 to 1; 0 is ideal, p(1 − p) at prevalence p is what a constant prediction scores.
 * Error       sd/√n (linearised where weighted).
 * Undefined   without rows.
 *
 * @see Brier (1950) Mon Weather Rev 78:1-3.
 */
export const brierScore: Metric = {
  id: "brierScore",
  name: "Brier score",
  family: "calibration",
  unit: "squared-probability",
  range: [0, 1],
  ideal: 0,
  better: "lower",
  thresholded: false,
  headline: true,
  monotoneInvariant: false,
  intervalScale: "log",
  contrast: "difference",
  requires: { score: "probability", events: 0, nonEvents: 0 },
  source: ["doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2"],
  point(counts) {
    return notPredictions(counts) ?? { ...meanOverRows(counts, squaredError), ...certainFlags(counts) };
  },
};

/**
 * Scaled Brier score: the share by which the model's Brier score lies below that of predicting the prevalence for all.
 *
 * 0 is no better than the prevalence, below 0 worse than it, 1 perfect. Comparable between subgroups of different
 * prevalence, which the Brier score is not.
 *
 * Units       ratio, at most 1; 1 is ideal, 0 uninformative.
 * Error       delta method over Brier score and prevalence together.
 * Undefined   with one class only, where the reference is 0.
 *
 * @see Steyerberg et al (2010) Epidemiology 21:128-138.
 */
export const scaledBrierScore: Metric = {
  id: "scaledBrierScore",
  name: "Scaled Brier score",
  family: "calibration",
  unit: "ratio",
  range: [-Infinity, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0,
  thresholded: false,
  headline: true,
  monotoneInvariant: false,
  intervalScale: "log",
  contrast: "difference",
  requires: { score: "probability", events: 1, nonEvents: 1 },
  source: ["doi:10.1097/EDE.0b013e3181c30fb2"],
  point(counts) {
    const fault = notPredictions(counts);
    if (fault !== undefined) return fault;
    const { prevalence, weight } = totalsOf(counts);
    const reference = prevalence * (1 - prevalence);
    if (!(reference > 0)) return undefinedBecause("ONE_CLASS");
    const brier = meanOverRows(counts, squaredError).value;
    const influence: RowValue = (p, y) =>
      (squaredError(p, y) - brier) / reference - (brier * (1 - 2 * prevalence) * (y - prevalence)) / reference ** 2;
    const meanSquare = meanOverRows(counts, (p) => p * p).value;
    return {
      value: 1 - brier / reference,
      // What the value would be had no event a risk above 0: the rest, 2 × mean risk of the events / (1 − π), is positive.
      origin: -(meanSquare + prevalence ** 2) / reference,
      ...scaled(errorOfSum(counts, influence), weight),
      ...certainFlags(counts),
    };
  },
};

function certainFlags(counts: ScoreCounts) {
  const { flags } = certainPredictions(counts);
  return flags.length > 0 ? { flags } : {};
}
