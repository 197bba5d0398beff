import type { Metric } from "../metric.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { isUndefined } from "../result.ts";
import { improper, REVIEW } from "./improper.ts";
import { rate } from "./rate.ts";

/** Of the patients who are flagged or have the outcome, the share that is both (Jaccard): F1 is a function of it alone. */
const jaccard = rate({
  id: "jaccard",
  name: "Jaccard index",
  better: "higher",
  ideal: 1,
  of: ["truePositives"],
  among: ["truePositives", "falsePositives", "falseNegatives"],
  requires: { events: 0, nonEvents: 0 },
  source: ["Jaccard (1912) New Phytol 11:37-50"],
});

const fromJaccard = (share: number): number => (2 * share) / (1 + share);

/**
 * F1: the harmonic mean of PPV and sensitivity. It is neither proper nor aware of what errors cost, and it does not see
 * those rightly passed over.
 *
 * Interval: Wilson's of J = TP / (TP + FP + FN), carried over by 2J / (1 + J). Undefined (ZERO_DENOMINATOR) where nobody
 * is flagged and nobody has the outcome.
 *
 * @see van Rijsbergen (1979) Information Retrieval, ch. 7; methods B6.
 */
export const f1: Metric = {
  ...improper,
  id: "f1",
  name: "F1",
  unit: "proportion",
  range: [0, 1],
  ideal: 1,
  better: "higher",
  intervalScale: "logit",
  contrast: "none",
  requires: { score: "ordinal", events: 0, nonEvents: 0 },
  source: ["van Rijsbergen (1979) Information Retrieval, ch. 7", REVIEW],
  point(counts, at) {
    const share = jaccard.point(counts, at);
    if (isUndefined(share)) return share;
    const standardError = ((share.standardError ?? 0) * 2) / (1 + share.value) ** 2;
    return { ...share, value: fromJaccard(share.value), standardError };
  },
  interval(counts, _point, level, at) {
    const share = jaccard.point(counts, at);
    if (isUndefined(share)) return undefined;
    const critical = studentTQuantile((1 + level) / 2, share.degreesOfFreedom ?? Infinity);
    const of = scaleInterval(share, jaccard, { level, critical });
    return of && { ...of, low: fromJaccard(of.low), high: fromJaccard(of.high) };
  },
};
