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
 */
export function comparablePairs(
  { time, status }: FollowUp,
  score: ArrayLike<number>,
): { readonly asEarlier: PairCounts; readonly asLater: PairCounts; readonly tiedInTime: number } {
  const size = time.length;
  const distinct = distinctSorted(score);
  const rank = Int32Array.from(score, (s) => placeIn(distinct, s));
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => time[a]! - time[b]!);
  const asEarlier = emptyPairs(size);
  const asLater = emptyPairs(size);
  const isEvent = (row: number): boolean => status[row] === EVENT_OF_INTEREST;

  const seen = fenwick(distinct.length);
  const look = (row: number, lower: Float64Array, higher: Float64Array, tied: Float64Array, all: number): void => {
    const below = seen.below(rank[row]!);
    const upTo = seen.below(rank[row]! + 1);
    lower[row] = below;
    tied[row] = upTo - below;
    higher[row] = all - upTo;
  };
  let inTree = 0;
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
    for (const row of events) look(row, asEarlier.concordant, asEarlier.discordant, asEarlier.tied, inTree);
    put(events);
  }
  for (const row of order) seen.add(rank[row]!, -1);
  inTree = 0;
  for (const group of groups) {
    const events = group.filter(isEvent);
    for (const row of events) look(row, asLater.discordant, asLater.concordant, asLater.tied, inTree);
    put(events);
    for (const row of group) {
      if (!isEvent(row)) look(row, asLater.discordant, asLater.concordant, asLater.tied, inTree);
    }
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
