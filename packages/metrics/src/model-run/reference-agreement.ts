import { quantile7 } from "../numeric/quantile.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** Whether a model as run here gives what its vendor says it gives. */
export type ReferenceVerdict = "reference_reproduced" | "reference_not_reproduced" | "not_estimable";

/** Differences between scores and reference in one band of the reference. */
export interface AgreementBand {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly meanDifference: number;
  readonly largestDifference: number;
}

export interface ReferenceAgreement {
  /** Rows with both. */
  readonly rows: number;
  /** Rows with a reference prediction and no score: their differences are unknown. */
  readonly withoutScore: number;
  readonly withoutReference: number;
  /** Of |score − reference|. */
  readonly meanDifference: number;
  readonly largestDifference: number;
  readonly beyondTolerance: number;
  /** Tenths of the reference, ascending; equal values in one band. Where the largest difference lies is seen here, and no patient is. */
  readonly bands: readonly AgreementBand[];
  readonly verdict: ReferenceVerdict;
}

/**
 * Scores made here against the vendor's own predictions of the same rows. Reproduced: no difference above the tolerance,
 * and no row that the vendor scored is without a score here. NaN where there is none.
 *
 * Undefined: NO_ROWS where no row has both.
 */
export function referenceAgreement(
  scores: Float64Array,
  reference: Float64Array,
  tolerance: number,
): ReferenceAgreement | Undefined {
  const both = [...scores.keys()].filter((i) => !Number.isNaN(scores[i]!) && !Number.isNaN(reference[i]!));
  if (both.length === 0) return undefinedBecause("NO_ROWS");
  const difference = (i: number): number => Math.abs(scores[i]! - reference[i]!);
  const beyondTolerance = both.filter((i) => difference(i) > tolerance).length;
  const withoutScore = scores.filter((s, i) => Number.isNaN(s) && !Number.isNaN(reference[i]!)).length;
  const sorted = Float64Array.from(both, (i) => reference[i]!).sort();
  const cuts = [...new Set(Array.from({ length: 9 }, (_, k) => quantile7(sorted, (k + 1) / 10)))];
  const bandOf = (i: number): number => cuts.filter((cut) => reference[i]! > cut).length;
  const bands = [...cuts.keys(), cuts.length].flatMap((band): AgreementBand[] => {
    const rows = both.filter((i) => bandOf(i) === band);
    if (rows.length === 0) return [];
    const values = rows.map((i) => reference[i]!);
    return [
      {
        from: values.reduce((a, b) => Math.min(a, b)),
        to: values.reduce((a, b) => Math.max(a, b)),
        rows: rows.length,
        meanDifference: rows.reduce((sum, i) => sum + difference(i), 0) / rows.length,
        largestDifference: rows.reduce((most, i) => Math.max(most, difference(i)), 0),
      },
    ];
  });
  return {
    rows: both.length,
    withoutScore,
    withoutReference: reference.filter((r, i) => Number.isNaN(r) && !Number.isNaN(scores[i]!)).length,
    meanDifference: both.reduce((sum, i) => sum + difference(i), 0) / both.length,
    largestDifference: both.reduce((most, i) => Math.max(most, difference(i)), 0),
    beyondTolerance,
    bands,
    verdict: beyondTolerance === 0 && withoutScore === 0 ? "reference_reproduced" : "reference_not_reproduced",
  };
}
