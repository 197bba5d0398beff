import type { Sampling } from "../inference/influence.ts";
import { type MeanDifference, meanDifference } from "../inference/mean-difference.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";

/**
 * Difference in the mean of a label or need between a group and its reference among rows whose percentile lies in
 * [low, high], both ends in it unless `lowOpen`. [97, 100] is the gap among those selected at the 97th percentile; (96, 97],
 * that percentile alone, is the gap at the threshold.
 *
 * `side[i]` is 1 in the group, 0 in the reference, anything else in neither.
 * Undefined: NONE_ABOVE_THRESHOLD where no row of either lies in the window; EMPTY_GROUP where one has none there.
 * @see Obermeyer et al. (2019) Science 366:447-453.
 */
export function gapInWindow(
  percentile: Float64Array,
  values: Float64Array,
  side: ArrayLike<number>,
  { low, high, lowOpen = false, level, sampling = {} }: WindowOptions,
): MeanDifference | Undefined {
  const group: number[] = [];
  const reference: number[] = [];
  for (let i = 0; i < percentile.length; i++) {
    const r = percentile[i]!;
    if (!(r >= low && r <= high) || (lowOpen && r === low) || Number.isNaN(values[i]!)) continue;
    if (side[i] === 1) group.push(i);
    else if (side[i] === 0) reference.push(i);
  }
  const gap = meanDifference(values, { group, reference }, level, sampling);
  return isUndefined(gap) && group.length + reference.length === 0 ? undefinedBecause("NONE_ABOVE_THRESHOLD") : gap;
}

export interface WindowOptions {
  readonly low: number;
  readonly high: number;
  /** Leave out rows at `low` itself. */
  readonly lowOpen?: boolean;
  readonly level: number;
  readonly sampling?: Sampling;
}
