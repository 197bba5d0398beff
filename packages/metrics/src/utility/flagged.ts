import type { ScoreCounts } from "@auscult/core";
import { oncePerCounts } from "../inference/once-per-counts.ts";

/** Rows of one outcome on one side of a threshold, with the sum of their weights and of the squares (rows, where not weighted). */
export interface Part {
  readonly rows: number;
  readonly weight: number;
  readonly squares: number;
}

/** The four cells of a threshold; flagged means `score >= threshold`. */
export interface FlaggedCells {
  readonly truePositives: Part;
  readonly falsePositives: Part;
  readonly falseNegatives: Part;
  readonly trueNegatives: Part;
  readonly rows: number;
  /** Kish's (Σw)² / Σw²: the rows where not weighted. */
  readonly effectiveRows: number;
}

/** The four cells at any threshold: one pass over the counts now, a binary search for each threshold after. */
export const flaggedCells: (counts: ScoreCounts) => (threshold: number) => FlaggedCells = oncePerCounts((counts) => {
  const { score, positives, negatives, weighted } = counts;
  const below = {
    eventRows: running(weighted?.positiveRows ?? positives),
    nonEventRows: running(weighted?.negativeRows ?? negatives),
    events: running(positives),
    nonEvents: running(negatives),
    eventSquares: running(weighted?.positiveSquares ?? positives),
    nonEventSquares: running(weighted?.negativeSquares ?? negatives),
  };
  const last = score.length;
  const rows = below.eventRows[last]! + below.nonEventRows[last]!;
  const effectiveRows =
    (below.events[last]! + below.nonEvents[last]!) ** 2 / (below.eventSquares[last]! + below.nonEventSquares[last]!);
  return (threshold) => {
    const at = firstAtOrAbove(score, threshold);
    const under = (drawn: Float64Array, weight: Float64Array, squares: Float64Array): Part => ({
      rows: drawn[at]!,
      weight: weight[at]!,
      squares: squares[at]!,
    });
    const over = (drawn: Float64Array, weight: Float64Array, squares: Float64Array): Part => ({
      rows: drawn[last]! - drawn[at]!,
      weight: weight[last]! - weight[at]!,
      squares: squares[last]! - squares[at]!,
    });
    return {
      truePositives: over(below.eventRows, below.events, below.eventSquares),
      falsePositives: over(below.nonEventRows, below.nonEvents, below.nonEventSquares),
      falseNegatives: under(below.eventRows, below.events, below.eventSquares),
      trueNegatives: under(below.nonEventRows, below.nonEvents, below.nonEventSquares),
      rows,
      effectiveRows,
    };
  };
});

function running(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}

function firstAtOrAbove(score: Float64Array, threshold: number): number {
  let low = 0;
  let high = score.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (score[middle]! >= threshold) high = middle;
    else low = middle + 1;
  }
  return low;
}
