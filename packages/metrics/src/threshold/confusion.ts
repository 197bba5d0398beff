import type { ScoreCounts } from "@auscult/core";
import { oncePerCounts } from "../inference/once-per-counts.ts";

/** One cell of the table: its rows, the sum of their weights and of the squares of these (rows, where unweighted). */
export interface Cell {
  readonly rows: number;
  readonly sum: number;
  readonly squares: number;
}

/** Rows by outcome and by whether they are flagged (`score >= threshold`). */
export interface Confusion {
  readonly truePositives: Cell;
  readonly falsePositives: Cell;
  readonly falseNegatives: Cell;
  readonly trueNegatives: Cell;
  readonly weighted: boolean;
}

export type CellName = Exclude<keyof Confusion, "weighted">;

/** The 2 × 2 table at a threshold. Compared, never binned: a score equal to the threshold is flagged. Linear in the distinct scores. */
export function confusion(counts: ScoreCounts, threshold: number): Confusion {
  const known = tables(counts);
  const before = known.get(threshold);
  if (before !== undefined) return before;
  const made = tableOf(counts, threshold);
  known.set(threshold, made);
  return made;
}

/** Some twenty metrics read one table. */
const tables = oncePerCounts(() => new Map<number, Confusion>());

function tableOf(counts: ScoreCounts, threshold: number): Confusion {
  const { score, negatives, positives, weighted } = counts;
  const negativeRows = weighted?.negativeRows ?? negatives;
  const positiveRows = weighted?.positiveRows ?? positives;
  const negativeSquares = weighted?.negativeSquares ?? negatives;
  const positiveSquares = weighted?.positiveSquares ?? positives;
  let first = score.length;
  while (first > 0 && score[first - 1]! >= threshold) first--;
  const cell = (rows: Float64Array, sums: Float64Array, squares: Float64Array, from: number, to: number): Cell => ({
    rows: total(rows, from, to),
    sum: total(sums, from, to),
    squares: total(squares, from, to),
  });
  return {
    truePositives: cell(positiveRows, positives, positiveSquares, first, score.length),
    falsePositives: cell(negativeRows, negatives, negativeSquares, first, score.length),
    falseNegatives: cell(positiveRows, positives, positiveSquares, 0, first),
    trueNegatives: cell(negativeRows, negatives, negativeSquares, 0, first),
    weighted: weighted !== undefined,
  };
}

function total(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum;
}
