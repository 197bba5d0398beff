import { UNKNOWN } from "./outcome-codes.ts";

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
  /** Rows of the cohort without a score, whatever their outcome. */
  readonly missingScore: number;
  /** Rows of the cohort without a known outcome, whatever their score. */
  readonly missingOutcome: number;
  /** Of those without a known outcome, rows whose outcome is not due yet; absent where the plan declares no data cut. */
  readonly notMatured?: number;
  /** Rows with a score and a known outcome: what performance is computed from. */
  readonly analysed: number;
}

/** Rows of the cohort or, with a `count`, entries that stand for several. */
interface Counts {
  readonly score: Float64Array;
  readonly outcome: Uint8Array;
  readonly count?: Float64Array;
  readonly notMatured?: Uint8Array;
}

/** The ledger of a cohort's rows. Throws where it does not reconcile, which would be a defect of Auscult. */
export function makeLedger(
  sources: Ledger["sources"],
  steps: readonly LedgerStep[],
  { score, outcome, count, notMatured }: Counts,
): Ledger {
  const sourceRows = sources.reduce((sum, { rows }) => sum + rows, 0);
  const cohortRows = count?.reduce((sum, n) => sum + n, 0) ?? score.length;
  const left = steps.reduce((rest, step) => rest - step.rows, sourceRows);
  if (left !== cohortRows) throw new RangeError(`the ledger leaves ${left} rows, but the cohort has ${cohortRows}`);
  let missingScore = 0;
  let missingOutcome = 0;
  let analysed = 0;
  for (let row = 0; row < score.length; row++) {
    const n = count?.[row] ?? 1;
    const scored = !Number.isNaN(score[row]!);
    const known = outcome[row] !== UNKNOWN;
    if (!scored) missingScore += n;
    if (!known) missingOutcome += n;
    if (scored && known) analysed += n;
  }
  return {
    sources,
    sourceRows,
    steps,
    cohortRows,
    missingScore,
    missingOutcome,
    ...(notMatured === undefined ? {} : { notMatured: notMatured.reduce((sum, n) => sum + n, 0) }),
    analysed,
  };
}
