import type { ScoreCounts } from "@auscult/core";

/** Rows of each entry of a subgroup's counts: the non-events at each score, then the events at each score. */
export function entryRows({ negatives, positives, weighted }: ScoreCounts): Float64Array {
  const rows = new Float64Array(2 * negatives.length);
  rows.set(weighted?.negativeRows ?? negatives);
  rows.set(weighted?.positiveRows ?? positives, negatives.length);
  return rows;
}

/** Which entries are events, parallel to `entryRows`: strata that keep the size of each outcome class. */
export function entryClass({ score }: ScoreCounts): Uint8Array {
  return new Uint8Array(2 * score.length).fill(1, score.length);
}

/** A resample of a subgroup's counts. */
export interface Resample {
  readonly counts: ScoreCounts;
  /** Place of each of its scores among the subgroup's. */
  readonly at: Uint32Array;
}

/**
 * A subgroup's counts in a resample: `multiplicity` is how many rows of each entry it holds. Sums of weights scale with
 * the rows, each row of an entry counting its mean weight. Scores left without a row are dropped; nothing is sorted.
 */
export function resampledCounts(counts: ScoreCounts, multiplicity: Float64Array): ScoreCounts {
  return resampleOf(counts, multiplicity).counts;
}

/** The same with the places of the scores that it holds. */
export function resampleOf(counts: ScoreCounts, multiplicity: Float64Array): Resample {
  const size = counts.score.length;
  const places = new Uint32Array(size);
  let kept = 0;
  for (let i = 0; i < size; i++) if (multiplicity[i]! > 0 || multiplicity[size + i]! > 0) places[kept++] = i;
  const at = places.subarray(0, kept);
  const score = new Float64Array(kept);
  const negativeRows = new Float64Array(kept);
  const positiveRows = new Float64Array(kept);
  for (let k = 0; k < kept; k++) {
    const i = at[k]!;
    score[k] = counts.score[i]!;
    negativeRows[k] = multiplicity[i]!;
    positiveRows[k] = multiplicity[size + i]!;
  }
  const { weighted } = counts;
  if (weighted === undefined) return { counts: { score, negatives: negativeRows, positives: positiveRows }, at };
  const scaled = (sums: Float64Array, rows: Float64Array, drawn: Float64Array): Float64Array =>
    Float64Array.from(at, (i, k) => (drawn[k]! > 0 ? (sums[i]! * drawn[k]!) / rows[i]! : 0));
  return {
    at,
    counts: {
      score,
      negatives: scaled(counts.negatives, weighted.negativeRows, negativeRows),
      positives: scaled(counts.positives, weighted.positiveRows, positiveRows),
      weighted: {
        negativeRows,
        positiveRows,
        negativeSquares: scaled(weighted.negativeSquares, weighted.negativeRows, negativeRows),
        positiveSquares: scaled(weighted.positiveSquares, weighted.positiveRows, positiveRows),
      },
    },
  };
}
