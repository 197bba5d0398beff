import type { Range } from "../inference/proportion.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { expit } from "../numeric/logit.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { FlagCounts } from "./flag-counts.ts";

export interface AdjustedPredictiveValues {
  readonly ppv: number | Undefined;
  readonly ppvInterval: Range;
  readonly npv: number | Undefined;
  readonly npvInterval: Range;
  /** Number needed to evaluate, 1 / PPV. */
  readonly nne: number | Undefined;
  /** True where sensitivity or specificity is 0 or 1, so that the intervals were made with half a row added to each cell. */
  readonly halfRowAdded: boolean;
}

/**
 * Predictive values at another prevalence than that of the data, by Bayes: where they come from a case-control sample, or
 * where the place of use has fewer or more events. Intervals: Mercaldo's, on the log odds.
 *
 * `prevalence` between 0 and 1, exclusive, taken as known.
 * Undefined  ONE_CLASS without events or without non-events; IMPOSSIBLE_PREDICTION where the prevalence is not inside
 *            (0, 1); a value ZERO_DENOMINATOR where nobody would be flagged, or passed over, or none rightly.
 * Assumes    that sensitivity and specificity are the same there, which a different mix of patients breaks.
 *
 * @see Mercaldo, Lau & Zhou (2007) Stat Med 26:2170-2183, doi:10.1002/sim.2677.
 */
export function predictiveValuesAtPrevalence(
  cells: FlagCounts,
  prevalence: number,
  level: number,
): AdjustedPredictiveValues | Undefined {
  const { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn } = cells;
  if (!(tp + fn > 0 && fp + tn > 0)) return undefinedBecause("ONE_CLASS");
  if (!(prevalence > 0 && prevalence < 1)) return undefinedBecause("IMPOSSIBLE_PREDICTION");
  const odds = prevalence / (1 - prevalence);
  const share = (right: number, wrong: number): number | Undefined =>
    right + wrong > 0 ? right / (right + wrong) : undefinedBecause("ZERO_DENOMINATOR");
  const sensitivity = tp / (tp + fn);
  const specificity = tn / (fp + tn);
  const ppv = share(sensitivity * odds, fp / (fp + tn));
  const npv = share(specificity / odds, fn / (tp + fn));
  const nne = typeof ppv === "number" && ppv > 0 ? 1 / ppv : undefinedBecause("ZERO_DENOMINATOR");
  const halfRowAdded = tp === 0 || fp === 0 || fn === 0 || tn === 0;
  const intervals = mercaldo(halfRowAdded ? withHalf(cells) : cells, odds, level);
  return {
    ppv,
    ppvInterval: holding(intervals.ppv, ppv),
    npv,
    npvInterval: holding(intervals.npv, npv),
    nne,
    halfRowAdded,
  };
}

function mercaldo(
  { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn }: FlagCounts,
  odds: number,
  level: number,
): { readonly ppv: Range; readonly npv: Range } {
  const z = normalQuantile((1 + level) / 2);
  const events = tp + fn;
  const nonEvents = fp + tn;
  // Log odds of each predictive value are log likelihood ratio plus log odds of the prevalence.
  const about = (logOdds: number, variance: number): Range => {
    const reach = z * Math.sqrt(variance);
    return { low: expit(logOdds - reach), high: expit(logOdds + reach) };
  };
  return {
    ppv: about(Math.log((tp / events / (fp / nonEvents)) * odds), fn / (tp * events) + tn / (fp * nonEvents)),
    npv: about(Math.log(tn / nonEvents / (fn / events) / odds), tp / (fn * events) + fp / (tn * nonEvents)),
  };
}

function withHalf(cells: FlagCounts): FlagCounts {
  return {
    truePositives: cells.truePositives + 0.5,
    falsePositives: cells.falsePositives + 0.5,
    falseNegatives: cells.falseNegatives + 0.5,
    trueNegatives: cells.trueNegatives + 0.5,
  };
}

/** A value of 0 or 1 lies beyond the limits that half rows give: the interval is taken as far. */
function holding({ low, high }: Range, value: number | Undefined): Range {
  return typeof value === "number" ? { low: Math.min(low, value), high: Math.max(high, value) } : { low, high };
}
