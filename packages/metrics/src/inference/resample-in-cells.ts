import type { Gathered } from "./gathered.ts";
import { type Resample, resampleOf } from "./resampled-counts.ts";

/** Resamples of counts as resamples of their cells; the same object where nothing was gathered. */
export function resampleInCells({ counts, cell }: Gathered): (resample: Resample) => Resample {
  const size = counts.score.length;
  if (size === cell.length) return (resample) => resample;
  const { weighted } = counts;
  return ({ counts: of, at }) => {
    const sums = (values: Float64Array): Float64Array => {
      const out = new Float64Array(size);
      for (let i = 0; i < at.length; i++) out[cell[at[i]!]!]! += values[i]!;
      return out;
    };
    const [negatives, positives] = [sums(of.negatives), sums(of.positives)];
    if (weighted === undefined || of.weighted === undefined) {
      const multiplicity = new Float64Array(2 * size);
      multiplicity.set(negatives);
      multiplicity.set(positives, size);
      return resampleOf(counts, multiplicity);
    }
    const kept = Uint32Array.from(counts.score.keys()).filter((i) => negatives[i]! > 0 || positives[i]! > 0);
    const column = (values: Float64Array): Float64Array => Float64Array.from(kept, (i) => values[i]!);
    return {
      at: kept,
      counts: {
        score: column(counts.score),
        negatives: column(negatives),
        positives: column(positives),
        weighted: {
          negativeRows: column(sums(of.weighted.negativeRows)),
          positiveRows: column(sums(of.weighted.positiveRows)),
          negativeSquares: column(sums(of.weighted.negativeSquares)),
          positiveSquares: column(sums(of.weighted.positiveSquares)),
        },
      },
    };
  };
}
