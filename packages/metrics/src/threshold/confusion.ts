import type { ScoreCounts } from "@auscult/core";

/** One cell of the table: its sum of weights (rows, where unweighted) and the sum of their squares. */
export interface Cell {
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
  const { score, negatives, positives, weighted } = counts;
  const negativeSquares = weighted?.negativeSquares ?? negatives;
  const positiveSquares = weighted?.positiveSquares ?? positives;
  let first = score.length;
  while (first > 0 && score[first - 1]! >= threshold) first--;
  const cell = (sums: Float64Array, squares: Float64Array, from: number, to: number): Cell => ({
    sum: total(sums, from, to),
    squares: total(squares, from, to),
  });
  return {
    truePositives: cell(positives, positiveSquares, first, score.length),
    falsePositives: cell(negatives, negativeSquares, first, score.length),
    falseNegatives: cell(positives, positiveSquares, 0, first),
    trueNegatives: cell(negatives, negativeSquares, 0, first),
    weighted: weighted !== undefined,
  };
}

function total(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum;
}
