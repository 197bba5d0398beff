import { quantile7 } from "../numeric/quantile.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** Who is above the threshold before and after places go from the least needy above to the needier below. */
export interface Swap {
  readonly above: number;
  readonly swaps: number;
  /** Share of the group among those above the threshold. */
  readonly shareBefore: number;
  readonly shareAfter: number;
}

export interface SwapInput {
  /** Score of each row, higher is more likely to be taken. */
  readonly score: Float64Array;
  readonly need: Float64Array;
  /** 1 in the group, 0 among the others. */
  readonly member: ArrayLike<number>;
  /** 1 above the threshold. */
  readonly above: ArrayLike<number>;
}

/**
 * What the threshold's places would look like if they went by need: the least needy of the others above the threshold
 * gives way to the neediest of the group below it, for as long as the one below is needier.
 *
 * It moves places in one direction only, towards the group; with the groups exchanged it would show a gain as well, so
 * it is a picture of the size of the gap and not a test of one. Ties in need stop the exchange. Rows with a missing
 * need or score must be left out before.
 *
 * Undefined: NONE_ABOVE_THRESHOLD; EMPTY_GROUP where the group or the others have no row.
 * @see Obermeyer et al. (2019) Science 366:447-453, figure 1B.
 */
export function swapByNeed({ need, member, above }: SwapInput): Swap | Undefined {
  const sides = partition(member, above);
  if ("status" in sides) return sides;
  const giving = sides.othersAbove.map((i) => need[i]!).sort((a, b) => a - b);
  const taking = sides.membersBelow.map((i) => need[i]!).sort((a, b) => b - a);
  let swaps = 0;
  while (swaps < giving.length && swaps < taking.length && taking[swaps]! > giving[swaps]!) swaps += 1;
  return outcome(sides, swaps);
}

/**
 * The authors' own loop, as corrected by their erratum of 1 September 2022. It walks down the group below the threshold
 * by score (need where scores tie), and each who is needier than the least needy of the others still above takes that
 * place. The last of either list is never used, as in the authors' code.
 *
 * `legacySwapLoop` reproduces the loop published in 2019, which after every exchange passed over one of the others: it
 * gave 46.5 % where the authors now say 59 %. For reproducing the published figure only.
 *
 * Undefined: NONE_ABOVE_THRESHOLD; EMPTY_GROUP.
 * @see Obermeyer et al. (2019) Science 366:447-453 and the erratum in gitlab.com/labsysmed/dissecting-bias, README.
 */
export function swapByScore(
  { score, need, member, above }: SwapInput,
  { legacySwapLoop = false }: { readonly legacySwapLoop?: boolean } = {},
): Swap | Undefined {
  const sides = partition(member, above);
  if ("status" in sides) return sides;
  const giving = sides.othersAbove.map((i) => need[i]!).sort((a, b) => a - b);
  const taking = sides.membersBelow.sort((a, b) => score[b]! - score[a]! || need[b]! - need[a]!).map((i) => need[i]!);
  let swaps = 0;
  for (let next = 0; next < taking.length - 1; next++) {
    const passedOver = legacySwapLoop ? swaps : 0;
    if (1 + passedOver >= giving.length - swaps) break;
    if (giving[swaps + passedOver]! < taking[next]!) swaps += 1;
  }
  return outcome(sides, swaps);
}

/**
 * Percentile 1 to 100 of each score as the authors' figure 1B makes it: the interval of the score's own percentile
 * values (type 7) that holds it, closed above. Percentile values that ties make equal are merged, and the numbers then
 * end below 100.
 */
export function percentileByCut(score: Float64Array): Int32Array {
  const sorted = Float64Array.from(score).sort();
  const cuts: number[] = [];
  for (let percent = 0; percent <= 100; percent++) {
    const cut = quantile7(sorted, percent / 100);
    if (cuts.length === 0 || cut > cuts.at(-1)!) cuts.push(cut);
  }
  const inner = cuts.slice(1, -1);
  return Int32Array.from(score, (s) => 1 + countBelow(inner, s));
}

/** How many of the ascending cuts lie strictly below `value`. */
function countBelow(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Sides {
  readonly othersAbove: number[];
  readonly membersBelow: number[];
  readonly membersAbove: number;
}

function partition(member: ArrayLike<number>, above: ArrayLike<number>): Sides | Undefined {
  const othersAbove: number[] = [];
  const membersBelow: number[] = [];
  let membersAbove = 0;
  let others = 0;
  for (let i = 0; i < member.length; i++) {
    const inGroup = member[i] === 1;
    if (!inGroup) others += 1;
    if (above[i] === 1) {
      if (inGroup) membersAbove += 1;
      else othersAbove.push(i);
    } else if (inGroup) membersBelow.push(i);
  }
  if (others === 0 || membersAbove + membersBelow.length === 0) return undefinedBecause("EMPTY_GROUP");
  if (othersAbove.length + membersAbove === 0) return undefinedBecause("NONE_ABOVE_THRESHOLD");
  return { othersAbove, membersBelow, membersAbove };
}

function outcome({ othersAbove, membersAbove }: Sides, swaps: number): Swap {
  const above = othersAbove.length + membersAbove;
  return { above, swaps, shareBefore: membersAbove / above, shareAfter: (membersAbove + swaps) / above };
}
