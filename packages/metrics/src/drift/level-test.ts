import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { BinnedSamples } from "./binned-samples.ts";

export interface LevelTest {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Likelihood-ratio statistic of the same table. */
  readonly g: number;
  readonly gP: number;
  /** √(χ²/N): 0 where the samples are alike, 1 where they share no level. Biased upwards in small samples. */
  readonly cramersV: number;
  /** Levels that the reference does not have: the model was made without seeing one. */
  readonly newLevels: number;
}

/**
 * Whether two samples have the same distribution over levels. With many rows everything is significant: judge by
 * Cramér's V, and look at `newLevels` first.
 *
 * Undefined  NO_ROWS; CONSTANT_VALUE where there is one level only.
 * Assumes    independent rows; χ² is poor where a level expects fewer than about five.
 *
 * @see Agresti (2013) Categorical Data Analysis, 3.2; Cramér (1946) Mathematical Methods of Statistics, 21.9.
 */
export function levelTest(samples: BinnedSamples): LevelTest | Undefined {
  const { reference, current, referenceRows: n, currentRows: m } = samples;
  if (!(n > 0 && m > 0)) return undefinedBecause("NO_ROWS");
  const cells = Array.from(reference, (a, level) => ({ a, b: current[level]! })).filter(({ a, b }) => a + b > 0);
  if (cells.length < 2) return undefinedBecause("CONSTANT_VALUE");
  const each = cells.flatMap(({ a, b }) => [
    { seen: a, expected: ((a + b) * n) / (n + m) },
    { seen: b, expected: ((a + b) * m) / (n + m) },
  ]);
  const chiSquared = sum(each.map(({ seen, expected }) => (seen - expected) ** 2 / expected));
  const g = Math.max(0, 2 * sum(each.map(({ seen, expected }) => (seen === 0 ? 0 : seen * Math.log(seen / expected)))));
  const degreesOfFreedom = cells.length - 1;
  return {
    chiSquared,
    degreesOfFreedom,
    p: chiSquaredUpperTail(chiSquared, degreesOfFreedom),
    g,
    gP: chiSquaredUpperTail(g, degreesOfFreedom),
    cramersV: Math.sqrt(chiSquared / (n + m)),
    newLevels: cells.filter(({ a }) => a === 0).length,
  };
}
