import { classTotals } from "../class-totals.ts";
import { delong } from "../discrimination/delong.ts";
import { twoSidedP } from "../inference/wald.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { pooled } from "./distribution-distances.ts";

export interface LocationShift {
  /** Current mean less the reference's, in the variable's unit. */
  readonly meanDifference: number;
  /** Current mean less the reference's over √((v₁ + v₂)/2). */
  readonly standardisedDifference: number;
  /** The same over the pooled standard deviation. */
  readonly pooledDifference: number;
  /** Current variance over the reference's; `undefined` where the reference's is 0. */
  readonly varianceRatio: number | undefined;
  readonly referenceDeviation: number;
}

/**
 * How far the mean and the spread of a numeric variable moved, in standard deviations. Missing values are left out.
 *
 * Undefined  NO_ROWS with fewer than two values in a sample; CONSTANT_VALUE where neither sample varies; MISSING_INPUT
 *            with an infinite value.
 *
 * @see Austin (2009) Stat Med 28:3083-3107.
 */
export function locationShift(reference: ArrayLike<number>, current: ArrayLike<number>): LocationShift | Undefined {
  const [known, now] = [reference, current].map((values) => spread(values));
  if (!(known!.rows >= 2 && now!.rows >= 2)) return undefinedBecause("NO_ROWS");
  if (!Number.isFinite(known!.variance) || !Number.isFinite(now!.variance)) return undefinedBecause("MISSING_INPUT");
  if (known!.variance === 0 && now!.variance === 0) return undefinedBecause("CONSTANT_VALUE");
  const difference = now!.mean - known!.mean;
  const [a, b] = [known!.rows - 1, now!.rows - 1];
  const pooledVariance = (a * known!.variance + b * now!.variance) / (a + b);
  return {
    meanDifference: difference,
    standardisedDifference: difference / Math.sqrt((known!.variance + now!.variance) / 2),
    pooledDifference: difference / Math.sqrt(pooledVariance),
    varianceRatio: known!.variance === 0 ? undefined : now!.variance / known!.variance,
    referenceDeviation: Math.sqrt(known!.variance),
  };
}

export interface RankShift {
  /** Probability that a current value exceeds a reference one, ties one half: 0.5 where neither lies higher. */
  readonly probability: number;
  /** Wilcoxon's rank sum test, normal with ties, without continuity correction. */
  readonly p: number;
}

/**
 * Whether current values rank above the reference's. Undefined: NO_ROWS; CONSTANT_VALUE where all values are one.
 * Assumes independent rows.
 *
 * @see Lehmann (1975) Nonparametrics, 1.4.
 */
export function rankShift(reference: ArrayLike<number>, current: ArrayLike<number>): RankShift | Undefined {
  const counts = pooled(reference, current);
  const { events, nonEvents } = classTotals(counts);
  if (events.rows === 0 || nonEvents.rows === 0) return undefinedBecause("NO_ROWS");
  if (counts.score.length < 2) return undefinedBecause("CONSTANT_VALUE");
  const total = events.rows + nonEvents.rows;
  const ties = sum(counts.score.map((_, i) => cubeLess(counts.positives[i]! + counts.negatives[i]!)));
  const probability = delong(counts).value;
  const variance = (total + 1 - ties / (total * (total - 1))) / (12 * events.rows * nonEvents.rows);
  return { probability, p: twoSidedP((probability - 0.5) / Math.sqrt(variance)) };
}

function cubeLess(t: number): number {
  return t ** 3 - t;
}

function spread(values: ArrayLike<number>): { rows: number; mean: number; variance: number } {
  const known = Float64Array.from(values).filter((v) => !Number.isNaN(v));
  // A constant column has no spread, whatever the last bit of its mean.
  if (known.every((v) => v === known[0])) {
    const finite = Number.isFinite(known[0] ?? 0);
    return { rows: known.length, mean: known[0] ?? 0, variance: finite ? 0 : Infinity };
  }
  const mean = sum(known) / known.length;
  return { rows: known.length, mean, variance: sum(known.map((v) => (v - mean) ** 2)) / (known.length - 1) };
}
