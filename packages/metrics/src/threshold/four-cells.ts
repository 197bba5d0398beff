import type { ScoreCounts } from "@auscult/core";
import { classTotals } from "../class-totals.ts";
import type { Confusion } from "./confusion.ts";

/** What a measure changes by with each cell of the 2 × 2 table. */
export interface CellSlopes {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/**
 * Delta standard error of a measure of the 2 × 2 table that does not change when all cells are doubled; linearised with
 * n/(n − 1) where rows are weighted.
 *
 * @see Bishop, Fienberg & Holland (1975) Discrete Multivariate Analysis, ch. 14.
 */
export function deltaError(counts: ScoreCounts, cells: Confusion, slopes: CellSlopes): number {
  const squares =
    cells.truePositives.squares * slopes.truePositives ** 2 +
    cells.falsePositives.squares * slopes.falsePositives ** 2 +
    cells.falseNegatives.squares * slopes.falseNegatives ** 2 +
    cells.trueNegatives.squares * slopes.trueNegatives ** 2;
  if (!cells.weighted) return Math.sqrt(squares);
  const { events, nonEvents } = classTotals(counts);
  const rows = events.rows + nonEvents.rows;
  return Math.sqrt((rows / (rows - 1)) * squares);
}
