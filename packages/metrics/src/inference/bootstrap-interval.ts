import { normalCdf, normalQuantile } from "../numeric/normal.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { quantile7 } from "../numeric/quantile.ts";
import type { Interval } from "../result.ts";
import { bootstrapBias, type BootstrapSample, bootstrapStandardError } from "./bootstrap-sample.ts";

/** An interval from replicates, with the standard error that its limits have only because replicates are finite in number. */
export interface BootstrapInterval extends Interval {
  readonly monteCarloError: { readonly low: number; readonly high: number };
}

/** Fewer replicates than this hold no 95 % interval. */
export const FEWEST_REPLICATES = 40;

/**
 * Percentile interval: type-7 quantiles of the replicates. For bounded smooth statistics, with 2,000 replicates or more.
 *
 * Not for statistics that are not smooth (a greatest gap, Emax, a value at the edge of its range): the bootstrap is
 * inconsistent there. Undefined with fewer than 40 replicates. `boot::boot.ci` interpolates otherwise: `normInterLimits`.
 *
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap, ch. 13.
 */
export function percentileInterval(sample: BootstrapSample, level: number): BootstrapInterval | undefined {
  if (sample.sorted.length < FEWEST_REPLICATES) return undefined;
  return atLevels(sample, (1 - level) / 2, (1 + level) / 2, level, "bootstrap-percentile");
}

/**
 * Percentile interval of a statistic of few rows: percentiles as much further out as Student's t with n − 1 degrees of
 * freedom lies beyond the normal, and as resamples of n rows vary too little by √((n − 1)/n). `units` is n: the rows (or
 * blocks) of the smaller class. Undefined with fewer than 2 of them.
 *
 * @see Hesterberg (2015) Am Stat 69:371-386, the expanded percentile interval.
 */
export function expandedPercentileInterval(
  sample: BootstrapSample,
  level: number,
  units: number,
): BootstrapInterval | undefined {
  if (sample.sorted.length < FEWEST_REPLICATES || !(units >= 2)) return undefined;
  const p = normalCdf(Math.sqrt(units / (units - 1)) * studentTQuantile((1 + level) / 2, units - 1));
  return atLevels(sample, 1 - p, p, level, "bootstrap-percentile");
}

/** Type-7 quantiles at two cumulative probabilities and their Monte-Carlo errors. */
export function atLevels(
  { sorted }: BootstrapSample,
  pLow: number,
  pHigh: number,
  level: number,
  method: Interval["method"],
): BootstrapInterval {
  return {
    low: quantile7(sorted, pLow),
    high: quantile7(sorted, pHigh),
    level,
    method,
    monteCarloError: { low: quantileError(sorted, pLow), high: quantileError(sorted, pHigh) },
  };
}

/** Basic (reflected) interval: 2 × value − the opposite percentile. */
export function basicInterval(sample: BootstrapSample, level: number): BootstrapInterval | undefined {
  const percentile = percentileInterval(sample, level);
  if (percentile === undefined) return undefined;
  const { low, high, monteCarloError } = percentile;
  return {
    low: 2 * sample.estimate - high,
    high: 2 * sample.estimate - low,
    level,
    method: "bootstrap-basic",
    monteCarloError: { low: monteCarloError.high, high: monteCarloError.low },
  };
}

/** Normal interval about the value less its bootstrap bias, with the replicates' standard deviation. */
export function bootstrapNormalInterval(sample: BootstrapSample, level: number): BootstrapInterval | undefined {
  const size = sample.sorted.length;
  if (size < FEWEST_REPLICATES) return undefined;
  const z = normalQuantile((1 + level) / 2);
  const error = bootstrapStandardError(sample);
  const centre = sample.estimate - bootstrapBias(sample);
  const monteCarlo = error * Math.sqrt(1 / size + z ** 2 / (2 * (size - 1)));
  return {
    low: centre - z * error,
    high: centre + z * error,
    level,
    method: "bootstrap-normal",
    monteCarloError: { low: monteCarlo, high: monteCarlo },
  };
}

/** Standard error of a type-7 quantile: half the spread between the quantiles one binomial standard error either side. */
export function quantileError(sorted: Float64Array, p: number): number {
  const step = Math.sqrt((p * (1 - p)) / sorted.length);
  return (quantile7(sorted, Math.min(p + step, 1)) - quantile7(sorted, Math.max(p - step, 0))) / 2;
}
