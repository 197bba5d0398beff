import type { Metric } from "../metric.ts";
import { undefinedBecause } from "../result.ts";
import { confusion } from "./confusion.ts";
import { deltaError } from "./four-cells.ts";
import { improper, REVIEW } from "./improper.ts";

/**
 * Diagnostic odds ratio: odds of being flagged with the outcome over the odds without it, LR+ / LR-. Undefined
 * (ZERO_DENOMINATOR) where nobody is flagged in vain or nobody is missed.
 *
 * Interval: Woolf's, on the log scale; none where the value is 0.
 *
 * @see Glas et al. (2003) J Clin Epidemiol 56:1129-1135; Woolf (1955) Ann Hum Genet 19:251-253.
 */
export const diagnosticOddsRatio: Metric = {
  ...improper,
  id: "diagnosticOddsRatio",
  name: "Diagnostic odds ratio",
  unit: "ratio",
  range: [0, Infinity],
  // A perfect model has none.
  ideal: null,
  better: "higher",
  uninformative: 1,
  intervalScale: "log",
  contrast: "ratio",
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  source: ["Glas et al. (2003) doi:10.1016/S0895-4356(03)00177-X", REVIEW],
  point(counts, { threshold = -Infinity }) {
    const cells = confusion(counts, threshold);
    const tp = cells.truePositives.sum;
    const fp = cells.falsePositives.sum;
    const fn = cells.falseNegatives.sum;
    const tn = cells.trueNegatives.sum;
    if (!(fp > 0 && fn > 0)) return undefinedBecause("ZERO_DENOMINATOR");
    const value = (tp / fp) * (tn / fn);
    if (value === 0) return { value };
    const error = deltaError(cells, {
      truePositives: value / tp,
      falsePositives: -value / fp,
      falseNegatives: -value / fn,
      trueNegatives: value / tn,
    });
    return { value, ...error };
  },
};
