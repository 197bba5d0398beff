import { errorFrom, scaled, type StandardError } from "../inference/mean-over-rows.ts";
import type { Metric, Requires } from "../metric.ts";
import { undefinedBecause } from "../result.ts";
import { type Cell, type CellName, confusion } from "./confusion.ts";

interface Rate extends Pick<Metric, "id" | "name" | "better" | "ideal" | "source"> {
  readonly of: readonly CellName[];
  readonly among: readonly CellName[];
  readonly requires: Omit<Requires, "score">;
  readonly thresholded?: boolean;
}

/**
 * A share of the rows in some cells of the 2 × 2 table among those in others.
 *
 * Interval: Wilson's; with weights the linearised standard error makes the effective rows that it is taken over (methods
 * I2), with Student's t on that error's own degrees of freedom. Undefined where nothing is in the denominator, which
 * `requires` says beforehand.
 *
 * @see Wilson (1927) J Am Stat Assoc 22:209-212; Korn & Graubard (1998) Surv Methodol 24:193-201.
 */
export function rate({ of, among, requires, thresholded = true, ...facts }: Rate): Metric {
  return {
    ...facts,
    family: "threshold",
    unit: "proportion",
    range: [0, 1],
    thresholded,
    headline: true,
    monotoneInvariant: true,
    intervalScale: "wilson",
    contrast: "difference",
    requires: { score: "ordinal", ...requires },
    point(counts, { threshold = -Infinity }) {
      const cells = confusion(counts, threshold);
      const inside = add(cells, of);
      const all = add(cells, among);
      if (!(all.sum > 0)) return undefinedBecause("ZERO_DENOMINATOR");
      const value = inside.sum / all.sum;
      if (!cells.weighted)
        return { value, standardError: Math.sqrt((value * (1 - value)) / all.sum), denominator: all.sum };
      const rows = rowsIn(cells);
      const outside = subtract(all, inside);
      const error = errorOfTwo(inside, (1 - value) ** 2, outside, value ** 2, rows);
      return { value, ...scaled(error, all.sum), denominator: all.sum ** 2 / all.squares };
    },
  };
}

type Cells = ReturnType<typeof confusion>;

function add(cells: Cells, names: readonly CellName[]): Cell {
  let [rows, sum, squares] = [0, 0, 0];
  for (const name of names) {
    rows += cells[name].rows;
    sum += cells[name].sum;
    squares += cells[name].squares;
  }
  return { rows, sum, squares };
}

function subtract(a: Cell, b: Cell): Cell {
  return { rows: a.rows - b.rows, sum: a.sum - b.sum, squares: a.squares - b.squares };
}

/** Linearised error of a sum to which rows of two kinds add, each its weight times a constant whose square is given. */
function errorOfTwo(a: Cell, squareA: number, b: Cell, squareB: number, rows: number): StandardError {
  const ofA = a.squares * squareA;
  const ofB = b.squares * squareB;
  const fourth = (square: number, n: number): number => (n > 0 ? square ** 2 / n : 0);
  return errorFrom(ofA + ofB, fourth(ofA, a.rows) + fourth(ofB, b.rows), rows);
}

function rowsIn({ truePositives, falsePositives, falseNegatives, trueNegatives }: Cells): number {
  return truePositives.rows + falsePositives.rows + falseNegatives.rows + trueNegatives.rows;
}
