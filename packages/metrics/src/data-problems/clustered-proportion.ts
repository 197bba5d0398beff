import { scaleInterval } from "../inference/scale-interval.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Flag, type Interval, type Undefined, undefinedBecause } from "../result.ts";

export interface ClusteredProportion {
  readonly value: number;
  readonly standardError: number;
  readonly rows: number;
  /** Clusters with rows in the denominator. */
  readonly clusters: number;
  /** Variance over that of as many independent rows. Absent at 0 and 1. */
  readonly designEffect?: number;
  /** rows / design effect; absent at 0 and 1. */
  readonly effectiveRows?: number;
  /** Wilson's with the effective rows; at 0 and 1, where nothing varied, with the clusters. */
  readonly interval: Interval;
  readonly flags: readonly Flag[];
}

/** Below this many clusters the quantile is Student's on clusters − 1. */
const MANY_CLUSTERS = 40;
/** Below this many the standard error itself is not to be relied on. */
const FEW_CLUSTERS = 20;

/**
 * A proportion of rows that come in clusters (patients with several admissions): sensitivity, PPV, selection rate.
 *
 * The ratio estimator's error from the spread between clusters, K/(K − 1) Σ (x − p n)² / N², whatever the dependence
 * inside a cluster; Wilson's interval with rows divided by the design effect. K is all clusters of the sample: that some
 * have no row in the denominator (patients without an event, for sensitivity) is itself a matter of sampling.
 *
 * `hits`, `rows`  per cluster of the sample: rows with the property, and rows of the denominator (which may be 0)
 * Critical        the normal quantile from 40 clusters in the denominator, below that Student's on one less; `normal:
 *                 true` keeps the normal
 * Flag            FEW_CLUSTERS below 20 clusters in the denominator
 * Undefined       ZERO_DENOMINATOR without a row; TOO_FEW_EVENTS with rows of one cluster only.
 *
 * @see Rao & Scott (1992) Biometrics 48:577-585.
 */
export function clusteredProportion(
  hits: ArrayLike<number>,
  rows: ArrayLike<number>,
  level: number,
  { normal = false }: { readonly normal?: boolean } = {},
): ClusteredProportion | Undefined {
  let clusters = 0;
  let total = 0;
  let found = 0;
  for (let c = 0; c < rows.length; c++) {
    if (!(rows[c]! > 0)) continue;
    clusters += 1;
    total += rows[c]!;
    found += hits[c]!;
  }
  if (total === 0) return undefinedBecause("ZERO_DENOMINATOR");
  if (clusters < 2) return undefinedBecause("TOO_FEW_EVENTS");
  const value = found / total;
  let squares = 0;
  for (let c = 0; c < rows.length; c++) if (rows[c]! > 0) squares += (hits[c]! - value * rows[c]!) ** 2;
  const standardError = Math.sqrt((rows.length / (rows.length - 1)) * squares) / total;
  const upper = (1 + level) / 2;
  const critical = normal || clusters >= MANY_CLUSTERS ? normalQuantile(upper) : studentTQuantile(upper, clusters - 1);
  const interval = scaleInterval(
    { value, standardError, denominator: clusters },
    { intervalScale: "wilson", range: [0, 1] },
    { level, critical },
  );
  if (interval === undefined) return undefinedBecause("ZERO_DENOMINATOR");
  const designEffect = standardError ** 2 / ((value * (1 - value)) / total);
  return {
    value,
    standardError,
    rows: total,
    clusters,
    ...(standardError > 0 ? { designEffect, effectiveRows: total / designEffect } : {}),
    interval,
    flags: clusters < FEW_CLUSTERS ? ["FEW_CLUSTERS"] : [],
  };
}
