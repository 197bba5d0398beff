import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { descendingOrder } from "./inclusion.ts";

/** Who holds the places above a threshold in a resample, ranked anew in it. */
export interface ResampledPlaces {
  /** Members of the group in the top by score, in expectation over ties. */
  readonly byScore: number;
  /** The same by need, were need known exactly. */
  readonly byNeed: number;
  /** Share of the group above the threshold after `swapByNeed`, and after `swapByScore`. */
  readonly shareIfNeediest: number;
  readonly shareAfterSwaps: number;
}

export interface PlacesInput {
  readonly score: Float64Array;
  readonly need: Float64Array;
  /** 1 in the group, 0 in the reference, anything else in neither. */
  readonly side: ArrayLike<number>;
  /** The programme's own percentile, which no resample changes. */
  readonly percentile?: Float64Array;
}

/**
 * `shareInTop`, `swapByNeed` and `swapByScore` on resamples of the same rows: sorted once, then each resample in linear
 * time. `multiplicity[i]` says how often row i is in it; with all 1 the results are those of the three functions, and
 * otherwise those on the rows written out as often.
 *
 * Undefined: NONE_ABOVE_THRESHOLD, EMPTY_GROUP, as in a sample.
 */
export function resampledPlaces(
  { score, need, side, percentile }: PlacesInput,
  threshold: number,
): (multiplicity: ArrayLike<number>) => ResampledPlaces | Undefined {
  const scoreDown = descendingOrder(score);
  const needDown = descendingOrder(need);
  const compared = (i: number): boolean => (side[i] === 0 || side[i] === 1) && !Number.isNaN(score[i]!);
  const needUp = needDown.toReversed().filter(compared);
  const scoreUp = scoreDown.toReversed();
  const comparedUp = scoreUp.filter((i) => compared(i) && !Number.isNaN(need[i]!));
  const walk = comparedUp.filter((i) => side[i] === 1).sort((a, b) => score[b]! - score[a]! || need[b]! - need[a]!);
  const above = new Uint8Array(score.length);
  const fraction = (100 - threshold) / 100;
  const places = { needUp, need, side, above, giving: new Needs(), taking: new Needs() };

  return (times) => {
    if (percentile === undefined) markByRank(scoreUp, score, times, threshold, above);
    else for (const i of scoreUp) above[i] = percentile[i]! >= threshold ? 1 : 0;
    const neediest = exchange(places, times);
    if (isUndefined(neediest)) return neediest;
    if (!markByCut(comparedUp, score, times, threshold, above)) return undefinedBecause("NONE_ABOVE_THRESHOLD");
    const walked = exchange({ ...places, walk }, times);
    if (isUndefined(walked)) return walked;
    return {
      byScore: membersInTop(scoreDown, score, side, times, fraction),
      byNeed: membersInTop(needDown, need, side, times, fraction),
      shareIfNeediest: neediest.share,
      shareAfterSwaps: walked.share,
    };
  };
}

function sizeOf(rows: Uint32Array, times: ArrayLike<number>): number {
  let size = 0;
  for (const i of rows) size += times[i]!;
  return size;
}

function membersInTop(
  order: Uint32Array,
  values: Float64Array,
  side: ArrayLike<number>,
  times: ArrayLike<number>,
  fraction: number,
): number {
  let left = fraction * sizeOf(order, times);
  let members = 0;
  for (let start = 0, end = 0; start < order.length && left > 0; start = end) {
    let tied = 0;
    let tiedMembers = 0;
    for (end = start; end < order.length && values[order[end]!] === values[order[start]!]; end++) {
      tied += times[order[end]!]!;
      if (side[order[end]!] === 1) tiedMembers += times[order[end]!]!;
    }
    if (tied === 0) continue;
    members += tiedMembers * Math.min(1, left / tied);
    left -= tied;
  }
  return members;
}

/** Above where the average rank, as a percentile, reaches the threshold. */
function markByRank(
  up: Uint32Array,
  score: Float64Array,
  times: ArrayLike<number>,
  threshold: number,
  above: Uint8Array,
): void {
  const total = sizeOf(up, times);
  let below = 0;
  for (let start = 0, end = 0; start < up.length; start = end) {
    let tied = 0;
    for (end = start; end < up.length && score[up[end]!] === score[up[start]!]; end++) tied += times[up[end]!]!;
    const reached = (100 * (below + (tied + 1) / 2)) / total >= threshold ? 1 : 0;
    for (let k = start; k < end; k++) above[up[k]!] = reached;
    below += tied;
  }
}

/** Above by the authors' percentiles, `percentileByCut`. False where they end below the threshold. */
function markByCut(
  up: Uint32Array,
  score: Float64Array,
  times: ArrayLike<number>,
  threshold: number,
  above: Uint8Array,
): boolean {
  const total = sizeOf(up, times);
  if (total === 0) return false;
  const cuts: number[] = [];
  let at = 0;
  let through = times[up[0]!]!;
  const nth = (k: number): number => {
    while (through <= k) through += times[up[++at]!]!;
    return score[up[at]!]!;
  };
  for (let percent = 0; percent <= 100; percent++) {
    const place = (total - 1) * (percent / 100);
    const whole = Math.floor(place);
    const lower = nth(whole);
    const part = place - whole;
    if (part === 0 || whole + 1 >= total) cuts.push(lower);
    else {
      const [keptAt, keptThrough] = [at, through];
      cuts.push(lower + part * (nth(whole + 1) - lower));
      [at, through] = [keptAt, keptThrough];
    }
  }
  const inner = cuts.filter((cut, k) => k === 0 || cut > cuts[k - 1]!).slice(1, -1);
  const needed = Math.ceil(threshold) - 1;
  if (needed > inner.length) return false;
  const cut = needed === 0 ? Number.NEGATIVE_INFINITY : inner[needed - 1]!;
  for (const i of up) above[i] = score[i]! > cut ? 1 : 0;
  return true;
}

/** Needs of those who may give a place and of those who may take one, each row as often as it is in the resample. */
class Needs {
  private held = new Float64Array(64);
  size = 0;

  add(need: number, times: number): void {
    while (this.size + times > this.held.length) {
      const larger = new Float64Array(2 * this.held.length);
      larger.set(this.held);
      this.held = larger;
    }
    for (let k = 0; k < times; k++) this.held[this.size++] = need;
  }

  at(k: number): number {
    return this.held[k]!;
  }
}

interface Exchange {
  readonly needUp: Uint32Array;
  /** Members in the order in which they take places; without it the neediest come first. */
  readonly walk?: Uint32Array;
  readonly need: Float64Array;
  readonly side: ArrayLike<number>;
  readonly above: Uint8Array;
  readonly giving: Needs;
  readonly taking: Needs;
}

/** The share of the group above the threshold after the exchange of places. */
function exchange(
  { needUp, walk, need, side, above, giving, taking }: Exchange,
  times: ArrayLike<number>,
): { readonly share: number } | Undefined {
  giving.size = 0;
  taking.size = 0;
  let membersAbove = 0;
  let others = 0;
  let members = 0;
  for (const i of needUp) {
    const n = times[i]!;
    if (n === 0) continue;
    if (side[i] === 1) {
      members += n;
      if (above[i] === 1) membersAbove += n;
      else if (walk === undefined) taking.add(need[i]!, n);
    } else {
      others += n;
      if (above[i] === 1) giving.add(need[i]!, n);
    }
  }
  const places = giving.size + membersAbove;
  if (members === 0 || others === 0) return undefinedBecause("EMPTY_GROUP");
  if (places === 0) return undefinedBecause("NONE_ABOVE_THRESHOLD");
  let swaps = 0;
  if (walk === undefined) {
    const most = Math.min(giving.size, taking.size);
    while (swaps < most && taking.at(taking.size - 1 - swaps) > giving.at(swaps)) swaps += 1;
  } else {
    for (const i of walk) if (above[i] === 0) taking.add(need[i]!, times[i]!);
    for (let next = 0; next < taking.size - 1 && 1 < giving.size - swaps; next++)
      if (giving.at(swaps) < taking.at(next)) swaps += 1;
  }
  return { share: (membersAbove + swaps) / places };
}
