import type { ScoreCounts } from "@auscult/core";
import { chiSquaredQuantile } from "../numeric/chi-squared.ts";
import { brent } from "../numeric/root.ts";
import { type Interval, isUndefined } from "../result.ts";
import { logisticOnCounts, logLikelihoodAt } from "./logistic-on-counts.ts";
import { logOddsOf } from "./predictions.ts";
import { ones } from "./recalibration.ts";

interface Fitted {
  readonly value: number;
  readonly standardError: number;
  readonly logLikelihood: number;
}

/** Values of the slope that a likelihood ratio test would not reject, the intercept fitted anew at each. */
export function profileOfSlope(counts: ScoreCounts, fitted: Fitted, level: number): Interval | undefined {
  const { logOdds } = logOddsOf(counts);
  const column = [ones(counts)];
  return profile(fitted, level, (slope) => {
    const fit = logisticOnCounts(counts, column, { offset: logOdds.map((x) => slope * x) });
    return isUndefined(fit) ? Number.NaN : fit.logLikelihood;
  });
}

/** Values of the intercept, slope held at 1, that a likelihood ratio test would not reject. */
export function profileOfIntercept(counts: ScoreCounts, fitted: Fitted, level: number): Interval | undefined {
  const { logOdds } = logOddsOf(counts);
  return profile(fitted, level, (intercept) =>
    logLikelihoodAt(
      counts,
      logOdds.map((x) => x + intercept),
    ),
  );
}

/**
 * The two points where the log-likelihood has fallen by half a χ² quantile. Unlike ± z standard errors it is not
 * forced to be symmetric, which small numbers of events need.
 *
 * @see Venzon & Moolgavkar (1988) Appl Stat 37:87-94.
 */
function profile(
  { value, standardError, logLikelihood }: Fitted,
  level: number,
  at: (value: number) => number,
): Interval | undefined {
  const target = logLikelihood - chiSquaredQuantile(level, 1) / 2;
  const excess = (x: number) => at(x) - target;
  const end = (direction: 1 | -1): number | undefined => {
    let inside = value;
    for (let reach = 2 * standardError, tries = 0; tries < 30; tries++, reach *= 2) {
      const outside = value + direction * reach;
      const height = excess(outside);
      if (Number.isNaN(height)) return undefined;
      if (height < 0) return brent(excess, inside, outside);
      inside = outside;
    }
    return undefined;
  };
  const low = end(-1);
  const high = end(1);
  return low === undefined || high === undefined ? undefined : { low, high, level, method: "profile-likelihood" };
}
