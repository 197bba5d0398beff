import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { undefinedBecause } from "../result.ts";
import { type AmountRows, meanOf, pointOf, shares } from "./amount-rows.ts";

/**
 * O:E ratio of means: mean outcome over mean prediction. For costs and other long-tailed amounts, where R² is ruled by a
 * few patients, it is the measure to compare.
 *
 * Units       ratio, 0 to infinity; 1 is ideal. Above 1 the predictions are too low.
 * Error       delta method over both means together (that of a Poisson quasi-likelihood with robust errors); log scale, t
 *             on degrees of freedom by how many rows carry the error.
 * Undefined   ZERO_DENOMINATOR where either mean is not above 0; NO_ROWS.
 *
 * @see Santos Silva & Tenreyro (2006) Rev Econ Stat 88:641-658.
 */
export const observedExpectedMean: OutcomeMetric<AmountRows> = {
  id: "observedExpectedMean",
  name: "O:E ratio of means",
  family: "calibration",
  unit: "ratio",
  range: [0, Infinity],
  ideal: 1,
  better: "towards-ideal",
  thresholded: false,
  headline: true,
  contrast: "ratio",
  intervalScale: "log",
  flagsFewEvents: false,
  requires: { score: "ordinal" },
  source: ["doi:10.1162/rest.88.4.641"],
  point(rows) {
    const { prediction, outcome } = rows;
    const share = shares(rows);
    const observed = meanOf(share, (i) => outcome[i]!);
    const expected = meanOf(share, (i) => prediction[i]!);
    if (!(observed > 0 && expected > 0)) return undefinedBecause("ZERO_DENOMINATOR");
    const value = observed / expected;
    const influence = share.map((s, i) => (s * (outcome[i]! - value * prediction[i]!)) / expected);
    return pointOf(value, influence, "carried");
  },
};
