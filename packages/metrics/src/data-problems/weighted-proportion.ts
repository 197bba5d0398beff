import { scaleInterval } from "../inference/scale-interval.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";

/** Rows of one kind: how many, the sum of their weights and of the squares of these. */
export interface WeightTotals {
  readonly rows: number;
  readonly weight: number;
  readonly squares: number;
}

export interface WeightedProportion {
  readonly value: number;
  readonly standardError: number;
  /** Kish's (Σw)² / Σw² of the domain: rows of equal weight that would say as much of a mean unrelated to the weights. */
  readonly kishRows: number;
  /** value(1 − value) / error²: rows of a simple random sample that would be as precise. Absent at 0 and 1. */
  readonly effectiveRows?: number;
  /** Wilson's with the effective rows; with Kish's at 0 and 1. */
  readonly interval: Interval;
  /** On the log odds; absent at 0 and 1. */
  readonly logitInterval?: Interval;
}

/**
 * A proportion in a weighted sample, of a part of its rows (a domain): sensitivity is the flagged among the events.
 *
 * The error is linearised over the whole sample, n/(n − 1) Σ w²(z − p)² / (Σw)², for the domain's size is itself a matter
 * of sampling. Scaling weights to sum to n and using the binomial error is wrong and is not offered.
 *
 * `hits`, `misses`  rows of the domain with and without the property; `sampleRows` all rows, inside the domain or not
 * Undefined         ZERO_DENOMINATOR where the domain carries no weight; TOO_FEW_EVENTS with one row in the sample.
 * Assumes           weights are inverse inclusion probabilities, taken as known, of rows sampled independently.
 *
 * @see Lumley (2010) Complex Surveys; Korn & Graubard (1998) Surv Methodol 24:193-201, effective rows in Wilson's.
 */
export function weightedProportion(
  {
    hits,
    misses,
    sampleRows,
  }: { readonly hits: WeightTotals; readonly misses: WeightTotals; readonly sampleRows: number },
  level: number,
): WeightedProportion | Undefined {
  const weight = hits.weight + misses.weight;
  if (!(weight > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  if (sampleRows < 2) return undefinedBecause("TOO_FEW_EVENTS");
  const value = hits.weight / weight;
  const squares = (1 - value) ** 2 * hits.squares + value ** 2 * misses.squares;
  const standardError = Math.sqrt((sampleRows / (sampleRows - 1)) * squares) / weight;
  const kishRows = weight ** 2 / (hits.squares + misses.squares);
  const point = { value, standardError, denominator: kishRows };
  const critical = normalQuantile((1 + level) / 2);
  const range = [0, 1] as const;
  const interval = scaleInterval(point, { intervalScale: "wilson", range }, { level, critical });
  if (interval === undefined) return undefinedBecause("ZERO_DENOMINATOR");
  const logitInterval = scaleInterval(point, { intervalScale: "logit", range }, { level, critical });
  return {
    value,
    standardError,
    kishRows,
    ...(standardError > 0 ? { effectiveRows: (value * (1 - value)) / standardError ** 2 } : {}),
    interval,
    ...(logitInterval === undefined ? {} : { logitInterval }),
  };
}
