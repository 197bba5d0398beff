/**
 * One subgroup's rows, counted at each distinct score. `score` ascends strictly; every array runs parallel to it.
 * Rows without a score or with an unknown outcome are not in it (`missing` counts them).
 *
 * `negatives` and `positives` are numbers of rows or, where the cohort is weighted, sums of weights; `weighted` then
 * holds the row counts and the sums of squared weights that variances need.
 */
export interface ScoreCounts {
  readonly score: Float64Array;
  readonly negatives: Float64Array;
  readonly positives: Float64Array;
  readonly weighted?: WeightedCounts;
}

export interface WeightedCounts {
  readonly negativeRows: Float64Array;
  readonly positiveRows: Float64Array;
  readonly negativeSquares: Float64Array;
  readonly positiveSquares: Float64Array;
}
