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

/**
 * A subgroup's counts in a resample: `multiplicity` is how many rows of each entry it holds. Sums of weights scale with
 * the rows, each row of an entry counting its mean weight. Scores left without a row are dropped; nothing is sorted.
 */
export function resampledCounts(counts: ScoreCounts, multiplicity: Float64Array): ScoreCounts {
  const size = counts.score.length;
  const kept: number[] = [];
  for (let i = 0; i < size; i++) if (multiplicity[i]! > 0 || multiplicity[size + i]! > 0) kept.push(i);
  const score = Float64Array.from(kept, (i) => counts.score[i]!);
  const negativeRows = Float64Array.from(kept, (i) => multiplicity[i]!);
  const positiveRows = Float64Array.from(kept, (i) => multiplicity[size + i]!);
  const { weighted } = counts;
  if (weighted === undefined) return { score, negatives: negativeRows, positives: positiveRows };
  const scaled = (sums: Float64Array, rows: Float64Array, drawn: Float64Array): Float64Array =>
    Float64Array.from(kept, (i, k) => (drawn[k]! > 0 ? (sums[i]! * drawn[k]!) / rows[i]! : 0));
  return {
    score,
    negatives: scaled(counts.negatives, weighted.negativeRows, negativeRows),
    positives: scaled(counts.positives, weighted.positiveRows, positiveRows),
    weighted: {
      negativeRows,
      positiveRows,
      negativeSquares: scaled(weighted.negativeSquares, weighted.negativeRows, negativeRows),
      positiveSquares: scaled(weighted.positiveSquares, weighted.positiveRows, positiveRows),
    },
  };
}
