import type { Proportion } from "../inference/proportion.ts";
import { koopmanRatio } from "../inference/proportion-ratio.ts";
import { normalUpperTail } from "../numeric/normal.ts";
import { studentizedRangeQuantile } from "../numeric/studentized-range.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";

export interface FourFifths {
  /** Least over greatest selection rate, 0 to 1. */
  readonly value: number;
  readonly interval: Interval;
  /** `below` and `above` 0.8 only where the whole interval is. */
  readonly reading: "below" | "above" | "inconclusive";
}

const FOUR_FIFTHS = 0.8;

/**
 * The four-fifths ratio: least over greatest selection rate. A screening rule of United States employment law (29 CFR
 * 1607.4D), not a clinical standard, and shown only on request: equal selection is seldom what patients need.
 *
 * Interval: Koopman's for the ratio of every pair at Tukey's simultaneous level; the least ratio is at most the least
 * upper limit and at least the least lower one.
 *
 * Undefined  NO_ROWS with fewer than two subgroups that hold rows; ZERO_DENOMINATOR where nobody is selected.
 *
 * @see Koopman (1984) Biometrics 40:513-517; Hsu (1996) Multiple Comparisons.
 */
export function fourFifths(groups: readonly Proportion[], level: number): FourFifths | Undefined {
  const filled = groups.filter((g) => g.rows > 0);
  if (filled.length < 2) return undefinedBecause("NO_ROWS");
  const rates = filled.map((g) => g.hits / g.rows);
  const greatest = Math.max(...rates);
  if (greatest === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const pairLevel = 1 - 2 * normalUpperTail(studentizedRangeQuantile(level, filled.length) / Math.SQRT2);
  let low = 1;
  let high = 1;
  for (const a of filled) {
    for (const b of filled) {
      const limits = a === b ? undefined : koopmanRatio(a, b, pairLevel);
      if (limits === undefined || isUndefined(limits)) continue;
      low = Math.min(low, limits.low);
      high = Math.min(high, limits.high);
    }
  }
  return {
    value: Math.min(...rates) / greatest,
    interval: { low, high, level, method: "tukey" },
    reading: high < FOUR_FIFTHS ? "below" : low >= FOUR_FIFTHS ? "above" : "inconclusive",
  };
}
