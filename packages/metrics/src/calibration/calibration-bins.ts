import type { ScoreCounts } from "@auscult/core";
import { totalsOf } from "../inference/totals.ts";

/** `width`: equal intervals of risk, (0, 1/K], (1/K, 2/K] …; `mass`: as many rows in each as ties allow. */
export type BinScheme = "width" | "mass";

/** One non-empty bin; entries `from` to `to` (exclusive) of the counts. Sums and means are weighted where the counts are. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly weight: number;
  readonly events: number;
  readonly meanPrediction: number;
  readonly observed: number;
  /** Estimated variance of `observed`; undefined for a bin of one row. */
  readonly variance: number | undefined;
}

/**
 * Counts in `bins` bins. By mass, a row's bin follows from the rank of the first row tied with it, so ties stay together
 * and there may be fewer bins than asked for. Empty bins are left out.
 */
export function calibrationBins(counts: ScoreCounts, bins: number, scheme: BinScheme): CalibrationBin[] {
  const { score, positives, negatives, weighted } = counts;
  const eventRows = weighted?.positiveRows ?? positives;
  const nonEventRows = weighted?.negativeRows ?? negatives;
  const { rows: n } = totalsOf(counts);
  const binOf: number[] = [];
  let before = 0;
  let bin = 0;
  for (let i = 0; i < score.length; i++) {
    if (scheme === "mass") bin = Math.floor((before * bins) / n);
    else while (bin < bins - 1 && score[i]! > (bin + 1) / bins) bin += 1;
    binOf.push(bin);
    before += eventRows[i]! + nonEventRows[i]!;
  }
  const found: CalibrationBin[] = [];
  for (let from = 0; from < score.length; ) {
    let to = from + 1;
    while (to < score.length && binOf[to] === binOf[from]) to++;
    found.push(summarise(counts, from, to, eventRows, nonEventRows));
    from = to;
  }
  return found.filter((b) => b.rows > 0);
}

function summarise(
  { score, positives, negatives, weighted }: ScoreCounts,
  from: number,
  to: number,
  eventRows: Float64Array,
  nonEventRows: Float64Array,
): CalibrationBin {
  let rows = 0;
  let weight = 0;
  let events = 0;
  let predicted = 0;
  let eventSquares = 0;
  let nonEventSquares = 0;
  for (let i = from; i < to; i++) {
    rows += eventRows[i]! + nonEventRows[i]!;
    weight += positives[i]! + negatives[i]!;
    events += positives[i]!;
    predicted += score[i]! * (positives[i]! + negatives[i]!);
    eventSquares += (weighted?.positiveSquares ?? positives)[i]!;
    nonEventSquares += (weighted?.negativeSquares ?? negatives)[i]!;
  }
  const observed = events / weight;
  const variance =
    rows < 2
      ? undefined
      : ((rows / (rows - 1)) * (eventSquares * (1 - observed) ** 2 + nonEventSquares * observed ** 2)) / weight ** 2;
  return { from, to, rows, weight, events, meanPrediction: predicted / weight, observed, variance };
}
