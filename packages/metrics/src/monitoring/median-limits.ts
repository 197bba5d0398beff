import { moverDifference } from "../inference/mover.ts";
import type { Range } from "../inference/proportion.ts";
import { binomialCdf } from "../numeric/binomial.ts";
import { quantile7 } from "../numeric/quantile.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

export interface Median extends Range {
  readonly value: number;
}

/**
 * Median of values with exact limits: order statistics by the binomial distribution, without any assumption on the shape.
 * Limits are infinite where there are too few values for the level (fewer than 6 at 95 %). NaN is left out.
 *
 * Undefined (NO_ROWS) without a value. @see Conover (1999) Practical Nonparametric Statistics, 3.2.
 */
export function medianLimits(values: ArrayLike<number>, level: number): Median | Undefined {
  const sorted = Float64Array.from(values)
    .filter((v) => !Number.isNaN(v))
    .sort();
  const n = sorted.length;
  if (n === 0) return undefinedBecause("NO_ROWS");
  const tail = (1 - level) / 2;
  // The k-th smallest is a lower limit where P(fewer than k below the median) is at most the tail.
  let k = 0;
  while (k < n / 2 && binomialCdf(k, n, 0.5) <= tail) k += 1;
  return {
    value: quantile7(sorted, 0.5),
    low: k === 0 ? -Infinity : sorted[k - 1]!,
    high: k === 0 ? Infinity : sorted[n - k]!,
  };
}

/**
 * Ratio of two medians of positive values, by MOVER on the logarithm from their exact limits. The two may share patients:
 * what is measured twice in one person is alike, so the interval is then too wide rather than too narrow.
 *
 * Undefined  NO_ROWS; ZERO_DENOMINATOR where a median is not above 0.
 * @see Zou & Donner (2008) Stat Med 27:1693-1702.
 */
export function medianRatio(now: Median | Undefined, before: Median | Undefined): Median | Undefined {
  if ("status" in now) return now;
  if ("status" in before) return before;
  if (!(now.value > 0 && before.value > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const log = ({ value, low, high }: Median) => ({
    value: Math.log(value),
    low: low > 0 ? Math.log(low) : -Infinity,
    high: Math.log(high),
  });
  const { low, high } = moverDifference(log(now), log(before));
  return { value: now.value / before.value, low: Math.exp(low), high: Math.exp(high) };
}
