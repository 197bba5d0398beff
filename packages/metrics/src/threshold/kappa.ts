import type { Metric } from "../metric.ts";
import { undefinedBecause } from "../result.ts";
import { confusion } from "./confusion.ts";
import { deltaError } from "./four-cells.ts";
import { improper, REVIEW } from "./improper.ts";

/**
 * Cohen's kappa between being flagged and having the outcome: agreement beyond that of two independent coins with the
 * same shares. Undefined (ZERO_DENOMINATOR) where all patients are in one cell.
 *
 * Interval: large-sample delta standard error on Fisher's z.
 *
 * @see Cohen (1960) Educ Psychol Meas 20:37-46; Fleiss, Cohen & Everitt (1969) Psychol Bull 72:323-327.
 */
export const kappa: Metric = {
  ...improper,
  id: "kappa",
  name: "Cohen's kappa",
  unit: "proportion",
  range: [-1, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0,
  intervalScale: "logit",
  contrast: "none",
  requires: { score: "ordinal", events: 0, nonEvents: 0 },
  intervalRequires: { events: 20, nonEvents: 20 },
  source: ["Cohen (1960) doi:10.1177/001316446002000104", REVIEW],
  point(counts, { threshold = -Infinity }) {
    const cells = confusion(counts, threshold);
    const tp = cells.truePositives.sum;
    const fp = cells.falsePositives.sum;
    const fn = cells.falseNegatives.sum;
    const tn = cells.trueNegatives.sum;
    const [flagged, unflagged, events, nonEvents] = [tp + fp, fn + tn, tp + fn, fp + tn];
    // (observed − chance) / (1 − chance), both times n²
    const chanceDisagreement = flagged * nonEvents + unflagged * events;
    if (!(chanceDisagreement > 0)) return undefinedBecause("ZERO_DENOMINATOR");
    const value = Math.max(-1, Math.min(1, (2 * (tp * tn - fp * fn)) / chanceDisagreement));
    const slope = (opposite: number, side: number): number => (2 * opposite - value * side) / chanceDisagreement;
    const error = deltaError(cells, {
      truePositives: slope(tn, nonEvents + unflagged),
      falsePositives: slope(-fn, nonEvents + flagged),
      falseNegatives: slope(-fp, unflagged + events),
      trueNegatives: slope(tp, flagged + events),
    });
    return { value, ...error };
  },
};
