import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { undefinedBecause } from "../result.ts";
import { allOne, type AmountRows, errors, meanOf, pointOf, shares, tailFlags } from "./amount-rows.ts";

/**
 * Root mean squared error: as the mean absolute error, but a few large errors weigh more.
 *
 * Units       the outcome's; 0 is ideal.
 * Error       delta method; log scale, t on degrees of freedom by how many rows carry the error (a few long stays do).
 * Undefined   NO_ROWS.
 * Flags       LONG_TAIL where a few rows rule it; the interval is then too narrow.
 */
export const rootMeanSquaredError: OutcomeMetric<AmountRows> = {
  id: "rootMeanSquaredError",
  name: "Root mean squared error",
  family: "error",
  unit: "amount",
  range: [0, Infinity],
  ideal: 0,
  better: "lower",
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "log",
  flagsFewEvents: false,
  requires: { score: "ordinal" },
  source: ["doi:10.3354/cr030079"],
  point(rows) {
    const { share, error, squared } = squaredError(rows);
    const value = Math.sqrt(squared);
    const influence = error.map((e, i) => (value === 0 ? 0 : (share[i]! * (e * e - squared)) / (2 * value)));
    return { ...pointOf(value, influence, "carried"), ...tailFlags(error) };
  },
};

/**
 * R²: the share of the outcomes' variance that the predictions account for, 1 − Σ(y − ŷ)²/Σ(y − ȳ)².
 *
 * It can be negative: the mean would then predict better. It is not the squared correlation, which is what it would be
 * after the best recalibration. It depends on how varied the patients are, so a gap between subgroups may be one of case
 * mix; and for long-tailed amounts a few patients rule it.
 *
 * Units       ratio, at most 1; 1 is ideal, 0 uninformative.
 * Error       delta method; on log(1 − R²), t on degrees of freedom by how many rows carry the error.
 * Undefined   CONSTANT_VALUE with one outcome for all; NO_ROWS.
 * Flags       LONG_TAIL, as of the root mean squared error.
 *
 * @see Kvålseth (1985) Am Stat 39:279-285.
 */
export const rSquared: OutcomeMetric<AmountRows> = {
  ...rootMeanSquaredError,
  id: "rSquared",
  name: "R²",
  unit: "ratio",
  range: [-Infinity, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0,
  source: ["doi:10.1080/00031305.1985.10479448"],
  point(rows) {
    const { outcome } = rows;
    if (allOne(outcome)) return undefinedBecause("CONSTANT_VALUE");
    const { share, error, squared } = squaredError(rows);
    const mean = meanOf(share, (i) => outcome[i]!);
    const spread = meanOf(share, (i) => (outcome[i]! - mean) ** 2);
    const influence = error.map((e, i) => {
      const apart = (outcome[i]! - mean) ** 2 - spread;
      return -share[i]! * ((e * e - squared) / spread - (squared * apart) / spread ** 2);
    });
    return { ...pointOf(1 - squared / spread, influence, "carried"), origin: 1, ...tailFlags(error) };
  },
};

function squaredError(rows: AmountRows) {
  const share = shares(rows);
  const error = errors(rows);
  return { share, error, squared: meanOf(share, (i) => error[i]! ** 2) };
}
