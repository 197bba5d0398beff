import { normalQuantile } from "../numeric/normal.ts";
import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { undefinedBecause } from "../result.ts";
import { type AmountRows, errors, meanOf, pointOf, shares, tailFlags } from "./amount-rows.ts";

/** Of errors, if normal, this share lies between the limits, whatever the level of the intervals. */
const SHARE = 0.95;

/**
 * Limits of agreement: mean error ± 1.96 standard deviations of the error. If errors are normal, 95 in 100 lie between them.
 *
 * They say what to expect for a single patient, which no mean does. Errors of stays and costs are seldom normal.
 *
 * Units       the outcome's.
 * Error       delta method over mean and standard deviation, without assuming normal errors; t on degrees of freedom by how
 *             many rows carry the error.
 * Undefined   CONSTANT_VALUE with fewer than two rows, whose errors have no spread; NO_ROWS.
 * Flags       LONG_TAIL where errors are plainly not normal: limits and their intervals are then not to be trusted.
 *
 * @see Bland & Altman (1999) Stat Methods Med Res 8:135-160, doi:10.1177/096228029900800204.
 */
function limit(which: "lower" | "upper"): OutcomeMetric<AmountRows> {
  const z = (which === "upper" ? 1 : -1) * normalQuantile((1 + SHARE) / 2);
  return {
    id: which === "upper" ? "agreementHigh" : "agreementLow",
    name: which === "upper" ? "Upper limit of agreement" : "Lower limit of agreement",
    family: "error",
    unit: "amount",
    range: [-Infinity, Infinity],
    ideal: null,
    better: "neither",
    thresholded: false,
    headline: true,
    contrast: "none",
    intervalScale: "identity",
    flagsFewEvents: false,
    requires: { score: "ordinal" },
    source: ["doi:10.1177/096228029900800204"],
    point(rows) {
      const error = errors(rows);
      const n = error.length;
      if (n < 2) return undefinedBecause("CONSTANT_VALUE");
      const share = shares(rows);
      const mean = meanOf(share, (i) => error[i]!);
      const squared = meanOf(share, (i) => (error[i]! - mean) ** 2);
      const correction = Math.sqrt(n / (n - 1));
      const deviation = Math.sqrt(squared);
      const influence = error.map((e, i) => {
        const away = e - mean;
        const ofDeviation = deviation === 0 ? 0 : (correction * (away * away - squared)) / (2 * deviation);
        return share[i]! * (away + z * ofDeviation);
      });
      return { ...pointOf(mean + z * correction * deviation, influence, "carried"), ...tailFlags(error) };
    },
  };
}

export const agreementLow = limit("lower");
export const agreementHigh = limit("upper");
