import { errorFrom, type Mean, scaled, type StandardError } from "../inference/mean-over-rows.ts";
import type { FlaggedCells, Part } from "./flagged.ts";

/** Odds of the threshold: how many needless interventions one missed event is declared to be as bad as. */
export function exchangeRate(threshold: number): number {
  return threshold / (1 - threshold);
}

/** What a patient of each cell adds. */
export interface Contribution {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly trueNegative: number;
}

/** A patient's part of the net benefit of flagging at the threshold. */
export function ofModel(odds: number): Contribution {
  return { truePositive: 1, falsePositive: -odds, falseNegative: 0, trueNegative: 0 };
}

/** A patient's part of the net benefit of treating everybody. */
export function ofTreatingAll(odds: number): Contribution {
  return { truePositive: 1, falsePositive: -odds, falseNegative: 1, trueNegative: -odds };
}

/** A patient's part of the prevalence. */
export const ofPrevalence: Contribution = { truePositive: 1, falsePositive: 0, falseNegative: 1, trueNegative: 0 };

/** a − `times` × b, patient by patient. */
export function minus(a: Contribution, b: Contribution, times = 1): Contribution {
  return {
    truePositive: a.truePositive - times * b.truePositive,
    falsePositive: a.falsePositive - times * b.falsePositive,
    falseNegative: a.falseNegative - times * b.falseNegative,
    trueNegative: a.trueNegative - times * b.trueNegative,
  };
}

/** Mean contribution with sd/√n, linearised where weighted: √(n/(n − 1) Σw²(z − mean)²)/Σw. */
export function meanOf(cells: FlaggedCells, of: Contribution): Mean {
  const weight = weightOf(cells);
  const value = total(cells, of) / weight;
  return { value, ...scaled(errorOfTotal(cells, of, value), weight) };
}

/** Ratio of two mean contributions with its delta-method standard error. */
export function ratioOf(cells: FlaggedCells, numerator: Contribution, denominator: Contribution): Mean {
  const below = total(cells, denominator);
  const value = total(cells, numerator) / below;
  return { value, ...scaled(errorOfTotal(cells, minus(numerator, denominator, value), 0), Math.abs(below)) };
}

/** Covariance of two mean contributions, linearised where weighted. */
export function covarianceOf(cells: FlaggedCells, a: Contribution, b: Contribution): number {
  const { rows } = cells;
  if (rows < 2) return 0;
  const weight = weightOf(cells);
  const meanA = total(cells, a) / weight;
  const meanB = total(cells, b) / weight;
  const products =
    cells.truePositives.squares * (a.truePositive - meanA) * (b.truePositive - meanB) +
    cells.falsePositives.squares * (a.falsePositive - meanA) * (b.falsePositive - meanB) +
    cells.falseNegatives.squares * (a.falseNegative - meanA) * (b.falseNegative - meanB) +
    cells.trueNegatives.squares * (a.trueNegative - meanA) * (b.trueNegative - meanB);
  return ((rows / (rows - 1)) * products) / weight ** 2;
}

function weightOf({ truePositives, falsePositives, falseNegatives, trueNegatives }: FlaggedCells): number {
  return truePositives.weight + falsePositives.weight + falseNegatives.weight + trueNegatives.weight;
}

function total(cells: FlaggedCells, of: Contribution): number {
  return (
    cells.truePositives.weight * of.truePositive +
    cells.falsePositives.weight * of.falsePositive +
    cells.falseNegatives.weight * of.falseNegative +
    cells.trueNegatives.weight * of.trueNegative
  );
}

function errorOfTotal(cells: FlaggedCells, of: Contribution, centre: number): StandardError {
  const { rows } = cells;
  if (rows < 2) return { standardError: 0 };
  const parts: readonly (readonly [Part, number])[] = [
    [cells.truePositives, of.truePositive],
    [cells.falsePositives, of.falsePositive],
    [cells.falseNegatives, of.falseNegative],
    [cells.trueNegatives, of.trueNegative],
  ];
  let squares = 0;
  let fourths = 0;
  for (const [part, each] of parts) {
    if (part.rows === 0) continue;
    const square = part.squares * (each - centre) ** 2;
    squares += square;
    fourths += square ** 2 / part.rows;
  }
  return errorFrom(squares, fourths, rows);
}
