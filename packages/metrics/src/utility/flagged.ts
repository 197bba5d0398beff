import type { ScoreCounts } from "@auscult/core";

/** Rows of one outcome on one side of a threshold: sum of weights and of their squares (rows, where not weighted). */
export interface Part {
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
}

/** The four cells at any threshold: one pass over the counts now, a binary search for each threshold after. */
export function flaggedCells(counts: ScoreCounts): (threshold: number) => FlaggedCells {
  const { score, positives, negatives, weighted } = counts;
  const below = {
    events: running(positives),
    nonEvents: running(negatives),
    eventSquares: running(weighted?.positiveSquares ?? positives),
    nonEventSquares: running(weighted?.negativeSquares ?? negatives),
  };
  const last = score.length;
  const rows =
    weighted === undefined
      ? below.events[last]! + below.nonEvents[last]!
      : running(weighted.positiveRows)[last]! + running(weighted.negativeRows)[last]!;
  return (threshold) => {
    const at = firstAtOrAbove(score, threshold);
    const under = (weight: Float64Array, squares: Float64Array): Part => ({
      weight: weight[at]!,
      squares: squares[at]!,
    });
    const over = (weight: Float64Array, squares: Float64Array): Part => ({
      weight: weight[last]! - weight[at]!,
      squares: squares[last]! - squares[at]!,
    });
    return {
      truePositives: over(below.events, below.eventSquares),
      falsePositives: over(below.nonEvents, below.nonEventSquares),
      falseNegatives: under(below.events, below.eventSquares),
      trueNegatives: under(below.nonEvents, below.nonEventSquares),
      rows,
    };
  };
}

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
