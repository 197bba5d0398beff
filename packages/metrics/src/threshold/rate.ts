import type { Metric, Requires } from "../metric.ts";
import { undefinedBecause } from "../result.ts";
import { type CellName, confusion } from "./confusion.ts";

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
 * I2). Undefined where nothing is in the denominator, which `requires` says beforehand.
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
      const rows = rowsIn(counts);
      const outside = all.squares - inside.squares;
      const squares = inside.squares * (1 - value) ** 2 + outside * value ** 2;
      return {
        value,
        standardError: Math.sqrt((rows / (rows - 1)) * squares) / all.sum,
        denominator: all.sum ** 2 / all.squares,
      };
    },
  };
}

type Cells = ReturnType<typeof confusion>;

function add(cells: Cells, names: readonly CellName[]): { sum: number; squares: number } {
  let sum = 0;
  let squares = 0;
  for (const name of names) {
    sum += cells[name].sum;
    squares += cells[name].squares;
  }
  return { sum, squares };
}

function rowsIn({ negatives, positives, weighted }: Parameters<Metric["point"]>[0]): number {
  let rows = 0;
  for (const n of weighted?.negativeRows ?? negatives) rows += n;
  for (const n of weighted?.positiveRows ?? positives) rows += n;
  return rows;
}
