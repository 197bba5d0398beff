import { type Undefined, undefinedBecause } from "../result.ts";
import type { LabelAccuracy } from "./label-error.ts";

/** Rows by flag and label, or by flag and true need. */
export interface FlagByLabel {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** Rates of a flag against need; `null` where the denominator is 0. */
export interface FlagRates {
  readonly prevalence: number | null;
  readonly sensitivity: number | null;
  readonly falsePositiveRate: number | null;
  readonly ppv: number | null;
}

export interface CorrectedRates extends FlagRates {
  readonly observed: FlagRates;
  /** Rows in each cell if the label's accuracy is as assumed; not whole. */
  readonly cells: FlagByLabel;
  /** False where a cell is negative: these data refute the assumed accuracy, and the rates mean nothing. */
  readonly feasible: boolean;
}

/**
 * What a flag's rates would be against true need, given how often the label is right about it.
 *
 * In each of flagged and not flagged, rows in need = (labelled − (1 − specificity) × rows)/(sensitivity + specificity − 1).
 * Assumes that the label errs alike among flagged and not flagged rows with the same need; a flag that leads to tests,
 * and so to labels, breaks this (verification bias). The rates are given even where infeasible, and `feasible` says so.
 *
 * Undefined: REFUTED_ASSUMPTION where sensitivity + specificity ≤ 1; NO_ROWS.
 * @see Fox, MacLehose & Lash (2021) Applying Quantitative Bias Analysis; Staquet et al. (1981) J Chronic Dis 34:599-610.
 */
export function correctMisclassification(
  counts: FlagByLabel,
  { sensitivity, specificity }: LabelAccuracy,
): CorrectedRates | Undefined {
  const information = sensitivity + specificity - 1;
  if (!(information > 0)) return undefinedBecause("REFUTED_ASSUMPTION");
  const flagged = counts.truePositives + counts.falsePositives;
  const notFlagged = counts.falseNegatives + counts.trueNegatives;
  if (!(flagged + notFlagged > 0)) return undefinedBecause("NO_ROWS");
  const truePositives = (counts.truePositives - (1 - specificity) * flagged) / information;
  const falseNegatives = (counts.falseNegatives - (1 - specificity) * notFlagged) / information;
  const cells: FlagByLabel = {
    truePositives,
    falsePositives: flagged - truePositives,
    falseNegatives,
    trueNegatives: notFlagged - falseNegatives,
  };
  const rounding = 1e-12 * (flagged + notFlagged);
  const feasible = Object.values(cells).every((rows: number) => rows >= -rounding);
  return { ...ratesOf(cells), observed: ratesOf(counts), cells, feasible };
}

function ratesOf({ truePositives, falsePositives, falseNegatives, trueNegatives }: FlagByLabel): FlagRates {
  const rows = truePositives + falsePositives + falseNegatives + trueNegatives;
  return {
    prevalence: ratio(truePositives + falseNegatives, rows),
    sensitivity: ratio(truePositives, truePositives + falseNegatives),
    falsePositiveRate: ratio(falsePositives, falsePositives + trueNegatives),
    ppv: ratio(truePositives, truePositives + falsePositives),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
