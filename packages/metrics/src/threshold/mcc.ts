import type { Metric } from "../metric.ts";
import { undefinedBecause } from "../result.ts";
import { confusion } from "./confusion.ts";
import { deltaError } from "./four-cells.ts";
import { improper, REVIEW } from "./improper.ts";

/**
 * Matthews' correlation: of being flagged with having the outcome. Undefined (ZERO_DENOMINATOR) where all or none are
 * flagged, which other software calls 0.
 *
 * Interval: multinomial delta standard error on Fisher's z.
 *
 * @see Matthews (1975) Biochim Biophys Acta 405:442-451; Bishop, Fienberg & Holland (1975), ch. 14.
 */
export const mcc: Metric = {
  ...improper,
  id: "mcc",
  name: "Matthews correlation",
  unit: "proportion",
  range: [-1, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0,
  intervalScale: "logit",
  contrast: "none",
  requires: { score: "ordinal", events: 1, nonEvents: 1, flagged: 1, unflagged: 1 },
  intervalRequires: { events: 20, nonEvents: 20 },
  source: ["Matthews (1975) doi:10.1016/0005-2795(75)90109-9", REVIEW],
  point(counts, { threshold = -Infinity }) {
    const cells = confusion(counts, threshold);
    const tp = cells.truePositives.sum;
    const fp = cells.falsePositives.sum;
    const fn = cells.falseNegatives.sum;
    const tn = cells.trueNegatives.sum;
    const [flagged, unflagged, events, nonEvents] = [tp + fp, fn + tn, tp + fn, fp + tn];
    const scale = Math.sqrt(flagged * unflagged) * Math.sqrt(events * nonEvents);
    if (!(scale > 0)) return undefinedBecause("ZERO_DENOMINATOR");
    const value = Math.max(-1, Math.min(1, (tp * tn - fp * fn) / scale));
    const half = value / 2;
    const error = deltaError(cells, {
      truePositives: tn / scale - half * (1 / flagged + 1 / events),
      falsePositives: -fn / scale - half * (1 / flagged + 1 / nonEvents),
      falseNegatives: -fp / scale - half * (1 / unflagged + 1 / events),
      trueNegatives: tp / scale - half * (1 / unflagged + 1 / nonEvents),
    });
    return { value, ...error };
  },
};
