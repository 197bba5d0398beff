import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { undefinedBecause } from "../result.ts";
import { allOne, type AmountRows, meanOf, pointOf, shares } from "./amount-rows.ts";

/**
 * Lin's concordance correlation: how near predictions and outcomes lie to being equal. Moments over n.
 *
 * Units       −1 to 1; 1 where they are always equal, 0 unrelated.
 * Error       delta method over the five moments; on Fisher's z (the logit of its place in the range), t on degrees of
 *             freedom by how many rows carry the error.
 * Undefined   CONSTANT_VALUE where predictions and outcomes are each one value; NO_ROWS.
 *
 * @see Lin (1989) Biometrics 45:255-268, doi:10.2307/2532051.
 */
export const concordanceCorrelationMetric: OutcomeMetric<AmountRows> = {
  id: "concordanceCorrelation",
  name: "Concordance correlation",
  family: "error",
  unit: "ratio",
  range: [-1, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0,
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "logit",
  flagsFewEvents: false,
  requires: { score: "ordinal" },
  source: ["doi:10.2307/2532051"],
  point(rows) {
    const { prediction: x, outcome: y } = rows;
    if (allOne(x) && allOne(y)) return undefinedBecause("CONSTANT_VALUE");
    const share = shares(rows);
    const [meanX, meanY] = [meanOf(share, (i) => x[i]!), meanOf(share, (i) => y[i]!)];
    const together = meanOf(share, (i) => (x[i]! - meanX) * (y[i]! - meanY));
    const spread = meanOf(share, (i) => (x[i]! - meanX) ** 2 + (y[i]! - meanY) ** 2);
    const apart = meanX - meanY;
    const whole = spread + apart ** 2;
    const value = (2 * together) / whole;
    const influence = share.map((s, i) => {
      const [a, b] = [x[i]! - meanX, y[i]! - meanY];
      const ofWhole = a * a + b * b - spread + 2 * apart * (a - b);
      return (s * (2 * (a * b - together) - value * ofWhole)) / whole;
    });
    return pointOf(value, influence, "carried");
  },
};
