import { distinctSorted, placeIn } from "../numeric/distinct.ts";
import { fenwick } from "../numeric/fenwick.ts";
import { EVENT_OF_INTEREST, type FollowUp } from "./follow-up.ts";

/** Comparable pairs that a patient is in, by how the two scores stand. */
export interface PairCounts {
  /** Pairs where the earlier event has the higher score. */
  readonly concordant: Float64Array;
  readonly discordant: Float64Array;
  readonly tied: Float64Array;
}

/**
 * For each patient, pairs in which it is the earlier one (it had the event first) and the later one (it was still free of
 * the event). A patient censored at the time of another's event counts as later; two events at one time are no pair.
 *
 * n log n: scores become ranks, and a Fenwick tree over ranks is filled in order of time.
 *
 * `weight`, where given, is that of a pair by its earlier patient, and `asLater` sums it; `asEarlier` counts.
 */
export function comparablePairs(
  { time, status }: FollowUp,
  score: ArrayLike<number>,
  weight?: ArrayLike<number>,
): { readonly asEarlier: PairCounts; readonly asLater: PairCounts; readonly tiedInTime: number } {
  const size = time.length;
  const distinct = distinctSorted(score);
  const rank = Int32Array.from(score, (s) => placeIn(distinct, s));
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => time[a]! - time[b]!);
  const asEarlier = emptyPairs(size);
  const asLater = emptyPairs(size);
  const isEvent = (row: number): boolean => status[row] === EVENT_OF_INTEREST;

  const seen = fenwick(distinct.length);
  let inTree = 0;
  const ahead = (row: number): void => {
    const below = seen.below(rank[row]!);
    const upTo = seen.below(rank[row]! + 1);
    asEarlier.concordant[row] = below;
    asEarlier.tied[row] = upTo - below;
    asEarlier.discordant[row] = inTree - upTo;
  };
  const put = (rows: readonly number[]): void => {
    for (const row of rows) seen.add(rank[row]!, 1);
    inTree += rows.length;
  };

  const groups = sameTime(order, time);
  let tiedInTime = 0;
  for (const group of groups.toReversed()) {
    const events = group.filter(isEvent);
    tiedInTime += (events.length * (events.length - 1)) / 2;
    put(group.filter((row) => !isEvent(row)));
    for (const row of events) ahead(row);
    put(events);
  }
  const earlier = fenwick(distinct.length);
  let before = 0;
  const behind = (row: number): void => {
    const below = earlier.below(rank[row]!);
    const upTo = earlier.below(rank[row]! + 1);
    asLater.discordant[row] = below;
    asLater.tied[row] = upTo - below;
    asLater.concordant[row] = before - upTo;
  };
  for (const group of groups) {
    const events = group.filter(isEvent);
    for (const row of events) behind(row);
    for (const row of events) {
      const mass = weight?.[row] ?? 1;
      earlier.add(rank[row]!, mass);
      before += mass;
    }
    for (const row of group) if (!isEvent(row)) behind(row);
  }
  return { asEarlier, asLater, tiedInTime };
}

function emptyPairs(size: number): PairCounts {
  return { concordant: new Float64Array(size), discordant: new Float64Array(size), tied: new Float64Array(size) };
}

function sameTime(order: readonly number[], time: ArrayLike<number>): number[][] {
  const groups: number[][] = [];
  for (const [k, row] of order.entries()) {
    if (k === 0 || time[row] !== time[order[k - 1]!]) groups.push([]);
    groups.at(-1)!.push(row);
  }
  return groups;
}
