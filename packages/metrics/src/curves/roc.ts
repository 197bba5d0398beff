import type { Curve } from "../curve.ts";
import { flaggedFromTop } from "../discrimination/flagged-from-top.ts";
import { declaredPoints, withThresholds } from "./declared-points.ts";
import { thinMonotone } from "./thin.ts";

/**
 * Receiver operating characteristic curve: sensitivity against the false positive rate over every threshold.
 *
 * Straight lines join the points, a tied score being a slanted line, so that the area under them is the AUROC. Corners
 * are kept as they are up to 200 points; with more, every point left out lies between two that are at most 0.021 apart
 * (both axes together). `threshold` is given at the declared thresholds, which are always kept, and is null elsewhere: the scores of
 * single patients are not spelled out. No band is drawn: the uncertainty is that of the AUROC and of each threshold's
 * rates.
 */
export const roc: Curve = {
  id: "roc",
  name: "ROC curve",
  x: "falsePositiveRate",
  y: "sensitivity",
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  source: ["doi:10.1148/radiology.143.1.7063747"],

  points(counts, { thresholds }) {
    const { threshold, events, nonEvents } = flaggedFromTop(counts);
    const allEvents = events.at(-1)!;
    const allNonEvents = nonEvents.at(-1)!;
    // Point 0 is the origin, where nobody is flagged.
    const declared = declaredPoints(threshold, thresholds, 1);
    const x = Float64Array.from({ length: events.length + 1 }, (_, k) =>
      k === 0 ? 0 : nonEvents[k - 1]! / allNonEvents,
    );
    const y = Float64Array.from({ length: events.length + 1 }, (_, k) => (k === 0 ? 0 : events[k - 1]! / allEvents));
    const kept = withThresholds(
      thinMonotone(x, y, (k) => declared.has(k)),
      declared,
    );
    return {
      columns: {
        falsePositiveRate: kept.map(({ k }) => x[k]!),
        sensitivity: kept.map(({ k }) => y[k]!),
        threshold: kept.map((p) => p.threshold),
      },
      flags: counts.score.length === 1 ? ["CONSTANT_SCORE"] : [],
    };
  },
};
