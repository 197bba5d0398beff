import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { riskContrast } from "./risk-contrast.ts";
import type { LevelCounts } from "./trend.ts";

/** Two neighbouring levels of an ordinal factor between which risk moves against the declared direction. */
export interface Reversal {
  readonly from: number;
  readonly to: number;
  /** How far risk moves against the direction, > 0, with its simultaneous interval. */
  readonly size: number;
  readonly low: number;
  readonly high: number;
}

export interface AdjacentLevels {
  /** Steps whose simultaneous interval lies wholly against the direction: the order is violated there. */
  readonly reversals: readonly Reversal[];
  /** The greatest lower limit over all steps: above 0 where some step violates the order. */
  readonly greatestLowerLimit: number;
  readonly steps: number;
}

/**
 * Whether the share with the event moves against the declared direction between any two neighbouring levels of an ordinal
 * factor: Newcombe's interval of each step at a level shared out over the steps (Bonferroni). A trend test can miss a
 * step that goes the wrong way; this looks for it. Levels without rows are passed over.
 *
 * Undefined: CONSTANT_VALUE with fewer than two levels that have rows.
 */
export function adjacentReversals(
  levels: readonly LevelCounts[],
  direction: 1 | -1,
  level: number,
): AdjacentLevels | Undefined {
  const ordered = levels.filter(({ rows }) => rows > 0).toSorted((a, b) => a.score - b.score);
  const steps = ordered.length - 1;
  if (steps < 1) return undefinedBecause("CONSTANT_VALUE");
  const each = 1 - (1 - level) / steps;
  const moves = ordered.slice(1).flatMap((upper, k): Reversal[] => {
    const lower = ordered[k]!;
    const contrast = direction === 1 ? riskContrast(lower, upper, each) : riskContrast(upper, lower, each);
    if (isUndefined(contrast)) return [];
    const { value, interval } = contrast.difference;
    return [{ from: lower.score, to: upper.score, size: value, low: interval.low, high: interval.high }];
  });
  return {
    reversals: moves.filter(({ low }) => low > 0),
    greatestLowerLimit: Math.max(...moves.map(({ low }) => low)),
    steps,
  };
}
