import { type Undefined, undefinedBecause } from "../result.ts";
import { crossTabulate } from "./contingency.ts";

export interface CramersV {
  /** √(χ²/n/min(rows − 1, columns − 1)): 0 for none, 1 where the feature names the group; biased upwards. */
  readonly value: number;
  /** Bergsma's bias-corrected version; exactly 0 where χ² does not exceed what chance gives. */
  readonly corrected: number;
}

/**
 * Cramér's V of a coded feature and the group. Undefined: NO_ROWS; EMPTY_GROUP; CONSTANT_VALUE.
 *
 * @see Bergsma (2013) J Korean Stat Soc 42:323-328.
 */
export function cramersV(feature: ArrayLike<number>, group: ArrayLike<number>): CramersV | Undefined {
  const { counts, rowTotals, columnTotals, total: n } = crossTabulate(feature, group);
  if (n === 0) return undefinedBecause("NO_ROWS");
  if (columnTotals.length < 2) return undefinedBecause("EMPTY_GROUP");
  if (rowTotals.length < 2) return undefinedBecause("CONSTANT_VALUE");
  let chiSquared = 0;
  counts.forEach((row, r) => {
    row.forEach((count, c) => {
      const expected = (rowTotals[r]! * columnTotals[c]!) / n;
      chiSquared += (count - expected) ** 2 / expected;
    });
  });
  const [r, c] = [rowTotals.length, columnTotals.length];
  const value = Math.sqrt(chiSquared / n / Math.min(r - 1, c - 1));
  const beyondChance = Math.max(0, chiSquared / n - ((r - 1) * (c - 1)) / (n - 1));
  const levels = Math.min(r - (r - 1) ** 2 / (n - 1), c - (c - 1) ** 2 / (n - 1));
  return { value, corrected: beyondChance === 0 ? 0 : Math.sqrt(beyondChance / (levels - 1)) };
}
