import { countScores } from "../count-scores.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { kolmogorovUpperTail } from "./kolmogorov.ts";

export interface DistributionDistances {
  /** Kolmogorov-Smirnov: the largest gap between the two cumulative distributions, 0 to 1. */
  readonly kolmogorovSmirnov: number;
  /** From Kolmogorov's limit: too large with ties, for which permute. */
  readonly kolmogorovSmirnovP: number;
  /** Area between the two cumulative distributions, in the variable's unit: how far patients moved on average. */
  readonly wasserstein: number;
  /** √(2 ∫ (F − G)²), in the square root of the variable's unit. */
  readonly energy: number;
}

/**
 * How far the distribution of a numeric variable is from the reference's. Missing values (NaN) are left out.
 *
 * Undefined  NO_ROWS where either sample has no value; MISSING_INPUT where a value is infinite, for which no area exists.
 * Assumes    independent rows.
 *
 * @see Smirnov (1948) Ann Math Stat 19:279-281; Székely & Rizzo (2013) J Stat Plan Inference 143:1249-1272;
 * Vallender (1974) Theory Probab Appl 18:784-786 for the Wasserstein distance on the line.
 */
export function distributionDistances(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
): DistributionDistances | Undefined {
  const { score: value, negatives, positives } = pooled(reference, current);
  const n = sum(negatives);
  const m = sum(positives);
  if (n === 0 || m === 0) return undefinedBecause("NO_ROWS");
  if (!value.every(Number.isFinite)) return undefinedBecause("MISSING_INPUT");
  let [below, now, largest] = [0, 0, 0];
  const areas = new Float64Array(value.length);
  const squares = new Float64Array(value.length);
  for (let i = 0; i < value.length - 1; i++) {
    below += negatives[i]!;
    now += positives[i]!;
    const gap = Math.abs(below / n - now / m);
    const width = value[i + 1]! - value[i]!;
    largest = Math.max(largest, gap);
    areas[i] = gap * width;
    squares[i] = gap ** 2 * width;
  }
  return {
    kolmogorovSmirnov: largest,
    kolmogorovSmirnovP: kolmogorovUpperTail(Math.sqrt((n * m) / (n + m)) * largest),
    wasserstein: sum(areas),
    energy: Math.sqrt(2 * sum(squares)),
  };
}

/** Rows at each distinct value: the current ones as events, the reference's as non-events. */
export function pooled(reference: ArrayLike<number>, current: ArrayLike<number>): ReturnType<typeof countScores> {
  const values = Float64Array.from([...Array.from(reference), ...Array.from(current)]);
  return countScores(
    values,
    values.map((_, i) => (i < reference.length ? 0 : 1)),
  );
}
