import type { ScoreCounts } from "@auscult/core";
import { moverDifference } from "../inference/mover.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import type { At, Metric } from "../metric.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Interval, isUndefined } from "../result.ts";
import { falsePositiveRate } from "./false-positive-rate.ts";
import { improper, REVIEW } from "./improper.ts";
import { sensitivity } from "./sensitivity.ts";

/**
 * Youden's index: sensitivity + specificity - 1, which gives a missed event and a needless alert weights that only the
 * prevalence decides. 0 for a score that tells nothing.
 *
 * Interval: Newcombe's, of sensitivity less false positive rate, for these are shares of different patients.
 *
 * @see Youden (1950) Cancer 3:32-35; Newcombe (1998) Stat Med 17:873-890.
 */
export const youden: Metric = {
  ...improper,
  id: "youden",
  name: "Youden's index",
  unit: "proportion",
  range: [-1, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0,
  intervalScale: "logit",
  contrast: "difference",
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  source: ["Youden (1950) Cancer 3:32-35", REVIEW],
  point(counts, at) {
    const hits = sensitivity.point(counts, at);
    const alarms = falsePositiveRate.point(counts, at);
    if (isUndefined(hits)) return hits;
    if (isUndefined(alarms)) return alarms;
    return {
      value: hits.value - alarms.value,
      standardError: Math.hypot(hits.standardError ?? 0, alarms.standardError ?? 0),
    };
  },
  interval: (counts, _point, level, at) => gap(counts, level, at),
};

/**
 * Balanced accuracy: the mean of sensitivity and specificity, (1 + Youden's index) / 2, with its interval.
 *
 * @see Brodersen et al. (2010) Int Conf Pattern Recognition 3121-3124.
 */
export const balancedAccuracy: Metric = {
  ...youden,
  id: "balancedAccuracy",
  name: "Balanced accuracy",
  range: [0, 1],
  uninformative: 0.5,
  source: ["Brodersen et al. (2010) doi:10.1109/ICPR.2010.764", REVIEW],
  point(counts, at) {
    const index = youden.point(counts, at);
    if (isUndefined(index)) return index;
    return { value: (1 + index.value) / 2, standardError: (index.standardError ?? 0) / 2 };
  },
  interval(counts, _point, level, at) {
    const limits = gap(counts, level, at);
    return limits && { ...limits, low: (1 + limits.low) / 2, high: (1 + limits.high) / 2 };
  },
};

function gap(counts: ScoreCounts, level: number, at: At): Interval | undefined {
  const [first, second] = [sensitivity, falsePositiveRate].map((share) => {
    const point = share.point(counts, at);
    if (isUndefined(point)) return undefined;
    const critical = studentTQuantile((1 + level) / 2, point.degreesOfFreedom ?? Infinity);
    const limits = scaleInterval(point, share, { level, critical });
    return limits && { value: point.value, low: limits.low, high: limits.high };
  });
  if (first === undefined || second === undefined) return undefined;
  const method = counts.weighted === undefined ? "newcombe" : "mover";
  return { ...moverDifference(first, second), level, method };
}
