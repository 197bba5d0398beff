import type { ScoreCounts } from "@auscult/core";
import { oncePerCounts } from "./once-per-counts.ts";
import { sum } from "../numeric/sum.ts";

/** What a subgroup's counts add up to. Without weights `weight` is `rows` and `eventWeight` is `events`. */
export interface Totals {
  readonly rows: number;
  readonly events: number;
  readonly nonEvents: number;
  readonly weight: number;
  readonly eventWeight: number;
  /** Events / rows, weighted where the counts are. */
  readonly prevalence: number;
}

export const totalsOf: (counts: ScoreCounts) => Totals = oncePerCounts(({ positives, negatives, weighted }) => {
  const eventWeight = sum(positives);
  const weight = eventWeight + sum(negatives);
  const events = weighted === undefined ? eventWeight : sum(weighted.positiveRows);
  const nonEvents = weighted === undefined ? weight - eventWeight : sum(weighted.negativeRows);
  return { rows: events + nonEvents, events, nonEvents, weight, eventWeight, prevalence: eventWeight / weight };
});

/** Kish's effective number of rows, (Σw)² / Σw²: the rows where the counts are not weighted. */
export function kishRows(counts: ScoreCounts): number {
  const { rows, weight } = totalsOf(counts);
  const { weighted } = counts;
  return weighted === undefined ? rows : weight ** 2 / (sum(weighted.positiveSquares) + sum(weighted.negativeSquares));
}
