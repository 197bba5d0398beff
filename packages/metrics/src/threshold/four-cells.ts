import { errorFrom, type StandardError } from "../inference/mean-over-rows.ts";
import type { Confusion } from "./confusion.ts";

/** What a measure changes by with each cell of the 2 × 2 table. */
export interface CellSlopes {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

const CELLS = ["truePositives", "falsePositives", "falseNegatives", "trueNegatives"] as const;

/**
 * Delta standard error of a measure of the 2 × 2 table that does not change when all cells are doubled; linearised where
 * rows are weighted, with n/(n − 1) and Satterthwaite's degrees of freedom.
 *
 * @see Bishop, Fienberg & Holland (1975) Discrete Multivariate Analysis, ch. 14.
 */
export function deltaError(cells: Confusion, slopes: CellSlopes): StandardError {
  let [rows, squares, fourths] = [0, 0, 0];
  for (const name of CELLS) {
    const cell = cells[name];
    if (cell.rows === 0) continue;
    const square = cell.squares * slopes[name] ** 2;
    rows += cell.rows;
    squares += square;
    fourths += square ** 2 / cell.rows;
  }
  return cells.weighted ? errorFrom(squares, fourths, rows) : { standardError: Math.sqrt(squares) };
}
