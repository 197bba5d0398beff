import { gather } from "../numeric/gather.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { percentileByCut, type Swap, swapByNeed, swapByScore } from "./swap-simulation.ts";

/** Places at one threshold given by need in place of score, by three procedures; the report says which is which. */
export interface ProgrammeSwaps {
  readonly percentile: number;
  /** The neediest below for the least needy above: what places by need would mean. */
  readonly byNeed: Swap | Undefined;
  /** The authors' walk by score with their percentile, as corrected in 2022. */
  readonly corrected: Swap | Undefined;
  /** The same as published in 2019, with the fault: for reproducing the printed figure only. */
  readonly published?: Swap | Undefined;
}

/**
 * The swap simulations at a percentile, over rows of group and reference with score and need. A simulation exchanges
 * whole patients, so it is WEIGHTED_ROWS where rows are weighted.
 */
export function programmeSwaps(
  {
    score,
    side,
    weight,
  }: { readonly score: Float64Array; readonly side: ArrayLike<number>; readonly weight?: Float64Array },
  need: Float64Array,
  percentile: Float64Array,
  threshold: number,
  legacySwapLoop: boolean,
): ProgrammeSwaps {
  if (weight !== undefined) {
    const undefinedSwap = undefinedBecause("WEIGHTED_ROWS");
    return { percentile: threshold, byNeed: undefinedSwap, corrected: undefinedSwap };
  }
  const rows: number[] = [];
  for (let i = 0; i < score.length; i++) {
    if ((side[i] === 0 || side[i] === 1) && !Number.isNaN(score[i]!) && !Number.isNaN(need[i]!)) rows.push(i);
  }
  const at = (of: ArrayLike<number>): Float64Array => gather(of, rows);
  const input = { score: at(score), need: at(need), member: at(side) };
  const above = at(percentile).map((r) => (r >= threshold ? 1 : 0));
  const cut = Uint8Array.from(percentileByCut(input.score), (p) => (p >= threshold ? 1 : 0));
  return {
    percentile: threshold,
    byNeed: swapByNeed({ ...input, above }),
    corrected: swapByScore({ ...input, above: cut }),
    ...(legacySwapLoop ? { published: swapByScore({ ...input, above: cut }, { legacySwapLoop }) } : {}),
  };
}
