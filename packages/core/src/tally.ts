/**
 * The audit's rows, projected on a few declared columns, with equal rows counted.
 *
 * One entry for each distinct (score, cell, outcome, block); entries are sorted by score, then cell, outcome, block, so
 * that any subgroup's counts come from one linear pass without sorting. A missing score is NaN and sorts last. Exact
 * mode only: distinct scores are patient data and stay where the rows are.
 */
export interface Tally {
  readonly mode: "exact";
  readonly scoreKind: "probability" | "ordinal";
  readonly attributes: readonly TallyAttribute[];
  /** `cells[c][a]` is the level code of attribute `a` in cell `c`. */
  readonly cells: readonly Uint16Array[];
  readonly blocks: number;
  /** Patients behind the rows, where an identifier was named; counts of a merge add (patients are partitioned). */
  readonly patients?: { readonly distinct: number; readonly repeated: boolean };
  readonly score: Float64Array;
  readonly cell: Uint32Array;
  readonly outcome: Uint8Array;
  /** Present where the cohort has a patient identifier. */
  readonly block?: Uint16Array;
  readonly count: Float64Array;
  /** Sums of the weight and of its square; present where the cohort is weighted. */
  readonly weight?: Float64Array;
  readonly weightSquared?: Float64Array;
  /** Continuous labels: rows that have the label, its sum and sum of squares, per entry. */
  readonly labels: ReadonlyMap<string, LabelMoments>;
}

/** Attributes of a tally: those of the plan, then site and period where there are any. */
export interface TallyAttribute {
  readonly id: string;
  readonly label: string;
  readonly levels: readonly string[];
  readonly reference?: { readonly level: string; readonly reason: string };
}

export interface LabelMoments {
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
}
