import type { ScoreCounts } from "@auscult/core";
import { classTotals } from "../class-totals.ts";
import { averagePrecisionBias, averagePrecisionError } from "./average-precision-error.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import type { Metric } from "../metric.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import type { Interval } from "../result.ts";
import { stepArea } from "./flagged-from-top.ts";

/**
 * Average precision: the step-wise area under the precision-recall curve.
 *
 * The mean, over the patients with the event, of the PPV had everybody with at least that patient's score been flagged.
 * A score that knows nothing has the prevalence, so the value says nothing without the prevalence beside it, and the
 * values of two subgroups with different prevalence are not comparable: no contrast is made of it.
 *
 * AP = Σ (R_k − R_{k−1}) P_k over distinct scores from the highest, tied rows together, nothing interpolated.
 *
 * Units       proportion, above 0 to 1.
 * Interval    logit scale, Student's t on the error's own degrees of freedom, the error from each row's influence; the
 *             lower limit is that of the value less its bias, for in small samples average precision is too high. Covers
 *             0.94 to 0.97 from 6 to 150 events in simulation, where Boyd's √(AP(1 − AP)/events) from 20 events on covers
 *             0.93 to 0.94. None at 1, where nothing varies.
 * Undefined   without an event (some libraries return 0) or without a non-event (every score then has 1).
 *
 * @see Boyd, Eng & Page (2013) ECML PKDD, LNCS 8190:451-466, doi:10.1007/978-3-642-40994-3_29: the logit scale.
 * @see McDermott et al. (2024) NeurIPS, on what it is not better for.
 */
export const averagePrecision: Metric = {
  id: "averagePrecision",
  name: "Average precision",
  family: "discrimination",
  unit: "proportion",
  range: [0, 1],
  ideal: 1,
  better: "higher",
  thresholded: false,
  headline: false,
  monotoneInvariant: true,
  intervalScale: "logit",
  contrast: "none",
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  intervalRequires: { events: 10, nonEvents: 10 },
  source: ["doi:10.1007/978-3-642-40994-3_29"],

  point(counts) {
    const value = Math.min(1, stepArea(counts));
    return { value, ...averagePrecisionError(counts, value) };
  },
  interval(counts, point, level) {
    const { value, standardError, degreesOfFreedom = Infinity } = point;
    const critical = studentTQuantile((1 + level) / 2, degreesOfFreedom);
    const around = scaleInterval(point, averagePrecision, { level, critical });
    if (around === undefined || standardError === undefined) return undefined;
    const unbiased = { value: value - averagePrecisionBias(counts), standardError };
    const below = scaleInterval(unbiased, averagePrecision, { level, critical });
    return { ...around, low: Math.min(around.low, below?.low ?? 0) };
  },
};

/**
 * Boyd's interval on the logit scale, kept to reproduce published figures; the metric's own is wider and covers better.
 * With fewer than 20 events it covers too little. `undefined` at 0 and 1.
 */
export function boydInterval(value: number, events: number, level: number): Interval | undefined {
  const critical = normalQuantile((1 + level) / 2);
  return scaleInterval({ value, standardError: binomialError(value, events) }, averagePrecision, { level, critical });
}

function binomialError(value: number, events: number): number {
  return Math.sqrt((value * (1 - value)) / events);
}

/** What a score that knows nothing would have: the (weighted) prevalence. */
export function uninformativeAveragePrecision(counts: ScoreCounts): number {
  const { events, nonEvents } = classTotals(counts);
  return events.weight / (events.weight + nonEvents.weight);
}
