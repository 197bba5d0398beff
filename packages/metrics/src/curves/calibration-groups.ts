import { calibrationBins } from "../calibration/calibration-bins.ts";
import type { Curve } from "../curve.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { normalQuantile } from "../numeric/normal.ts";

const GROUPS = 10;

/**
 * Observed risk in ten groups of equal size by predicted risk, with Wilson limits: for the eye, beside the curve. Ties
 * stay together, so there may be fewer groups. Means hide miscalibration within a group; judge by the curve.
 *
 * Columns     predicted (mean), observed (share of events), low, high, rows, events (weighted where the counts are).
 *
 * @see Wilson (1927) J Am Stat Assoc 22:209-212.
 */
export const calibrationGroups: Curve = {
  id: "calibrationGroups",
  name: "Observed risk by tenth of predicted risk",
  x: "predicted",
  y: "observed",
  requires: { score: "probability", events: 0, nonEvents: 0 },
  source: ["doi:10.1080/01621459.1927.10502953"],
  points(counts, { level }) {
    const groups = calibrationBins(counts, GROUPS, "mass");
    const critical = normalQuantile((1 + level) / 2);
    const limits = groups.map(({ observed, variance, rows }) =>
      scaleInterval(
        {
          value: observed,
          denominator: rows,
          ...(counts.weighted === undefined || variance === undefined ? {} : { standardError: Math.sqrt(variance) }),
        },
        { intervalScale: "wilson", range: [0, 1] },
        { level, critical },
      ),
    );
    return {
      columns: {
        predicted: groups.map((b) => b.meanPrediction),
        observed: groups.map((b) => b.observed),
        low: limits.map((interval) => interval?.low ?? null),
        high: limits.map((interval) => interval?.high ?? null),
        rows: groups.map((b) => b.rows),
        events: groups.map((b) => b.events),
      },
      flags: [],
    };
  },
};
