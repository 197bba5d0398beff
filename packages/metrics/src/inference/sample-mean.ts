import { studentTQuantile } from "../numeric/student-t.ts";
import type { Interval } from "../result.ts";
import { effectOf } from "./effect.ts";
import { influenceVariance, type Sampling } from "./influence.ts";
import { scaleInterval } from "./scale-interval.ts";

/** A mean over some rows, with what its variance needs. */
export interface SampleMean {
  readonly rows: number;
  readonly value: number;
  /** Of the mean; NaN where one row or one cluster has no variance to show. */
  readonly variance: number;
  readonly degreesOfFreedom: number;
  /** Rows of equal weight, independent of each other. */
  readonly simple: boolean;
  /** The rows with a value, and what each adds to the mean's error. */
  readonly used: Uint32Array;
  readonly influence: Float64Array;
}

/**
 * Mean of `values` over `rows` (indices), weighted and linearised where weights are given, robust to clusters where
 * clusters are. Rows whose value is NaN are left out; `null` where none is left.
 */
export function sampleMean(
  values: Float64Array,
  rows: ArrayLike<number>,
  { weight, cluster }: Sampling = {},
): SampleMean | null {
  const used = Uint32Array.from(rows).filter((i) => !Number.isNaN(values[i]!));
  if (used.length === 0) return null;
  const w = (i: number): number => weight?.[i] ?? 1;
  let whole = 0;
  let total = 0;
  for (const i of used) {
    whole += w(i);
    total += w(i) * values[i]!;
  }
  let value = total / whole;
  let rest = 0;
  for (const i of used) rest += w(i) * (values[i]! - value);
  value += rest / whole;
  const influence = Float64Array.from(used, (i) => (w(i) * (values[i]! - value)) / whole);
  const n = used.length;
  const simple = weight === undefined && cluster === undefined;
  const of = influenceVariance(influence, cluster && ((k) => cluster[used[k]!]!));
  const spread = cluster ? of : { variance: n < 2 ? Number.NaN : (of.variance * n) / (n - 1), degreesOfFreedom: n - 1 };
  return { rows: n, value, ...spread, simple, used, influence };
}

/** Interval of a mean: Wilson's for a share of rows (every value 0 or 1), Student's t otherwise. */
export function intervalOfMean(mean: SampleMean, kind: "share" | "amount", level: number): Interval | null {
  const { value, variance, degreesOfFreedom, rows, simple } = mean;
  if (kind === "amount") return effectOf(value, variance, { level, degreesOfFreedom }).interval;
  const standardError = Math.sqrt(simple || !(variance > 0) ? (value * (1 - value)) / rows : variance);
  const critical = studentTQuantile(0.5 + level / 2, simple || !(degreesOfFreedom > 0) ? Infinity : degreesOfFreedom);
  const scale = { intervalScale: "wilson", range: [0, 1] } as const;
  return scaleInterval({ value, standardError, denominator: rows }, scale, { level, critical }) ?? null;
}
