/** One step of the attrition ledger: how many rows it left out or folded, and why. */
export interface LedgerStep {
  readonly id: string;
  /** One line for a reader, e.g. "later predictions of the same patient". */
  readonly label: string;
  readonly rows: number;
}

/** Reconciles source rows to the cohort and the cohort to each denominator: `sourceRows - sum(steps) = cohortRows`, always. */
export interface Ledger {
  readonly sources: readonly { readonly file: string; readonly rows: number }[];
  readonly sourceRows: number;
  readonly steps: readonly LedgerStep[];
  readonly cohortRows: number;
  readonly missingScore: number;
  readonly missingOutcome: number;
  /** Rows with a score and a known outcome: what performance is computed from. */
  readonly analysed: number;
}
