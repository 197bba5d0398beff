/** A cell of a published table: its row and column. */
export type Cell = readonly [row: number, column: number];

/** What a reader can work out about a suppressed count. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * What a reader can work out about each suppressed cell from the other cells, all row and column totals, and that counts
 * are not negative. Counts moved around the suppressed cells keep every total, so that the largest move is a largest
 * flow; whole counts give whole bounds, and they are attained.
 *
 * `table` is the true table; `suppressed` cells are those not shown. Without published totals nothing bounds them above.
 *
 * @see Fischetti & Salazar (2001) Manage Sci 47:1008-1027; Ford & Fulkerson (1956) Can J Math 8:399-404.
 */
export function feasibleBounds(
  table: readonly ArrayLike<number>[],
  suppressed: readonly Cell[],
  publishedTotals: boolean,
): Bounds[] {
  if (!publishedTotals) return suppressed.map(() => ({ low: 0, high: Infinity }));
  return suppressed.map((cell) => {
    const [row, column] = cell;
    const seen = table[row]![column]!;
    const others = suppressed.filter(([r, c]) => r !== row || c !== column);
    return {
      low: seen - largestMove(table, others, cell, "lower", seen),
      high: seen + largestMove(table, others, cell, "raise", Infinity),
    };
  });
}

/**
 * How far one cell can be raised (or lowered) by moving counts around the other suppressed cells, up to `most`. Along a
 * path of cells from its row to its column, each is lowered and the next raised (or the reverse); only lowering has an
 * end, at 0.
 */
function largestMove(
  table: readonly ArrayLike<number>[],
  cells: readonly Cell[],
  [row, column]: Cell,
  way: "raise" | "lower",
  most: number,
): number {
  // Count of each cell as the moves go on.
  const count = cells.map(([r, c]) => table[r]![c]!);
  let moved = 0;
  while (moved < most) {
    const path = shortestPath(cells, count, row, column, way);
    if (path === undefined) break;
    const lowered = path.filter((_, step) => (step % 2 === 0) === (way === "raise"));
    const step = Math.min(most - moved, ...lowered.map((cell) => count[cell]!));
    for (const [at, cell] of path.entries()) count[cell]! += (at % 2 === 0) === (way === "raise") ? -step : step;
    moved += step;
  }
  return moved;
}

/** Cells from the row to the column by fewest moves, alternately along a row and along a column; `undefined` without any. */
function shortestPath(
  cells: readonly Cell[],
  count: readonly number[],
  fromRow: number,
  toColumn: number,
  way: "raise" | "lower",
): number[] | undefined {
  const rows = new Map<number, number[]>([[fromRow, []]]);
  const columns = new Map<number, number[]>();
  let rowsNow = [fromRow];
  while (rowsNow.length > 0) {
    const columnsNow: number[] = [];
    for (const r of rowsNow) {
      for (const [cell, [itsRow, c]] of cells.entries()) {
        if (itsRow !== r || columns.has(c) || (way === "raise" && !(count[cell]! > 0))) continue;
        columns.set(c, [...rows.get(r)!, cell]);
        if (c === toColumn) return columns.get(c);
        columnsNow.push(c);
      }
    }
    rowsNow = [];
    for (const c of columnsNow) {
      for (const [cell, [r, itsColumn]] of cells.entries()) {
        if (itsColumn !== c || rows.has(r) || (way === "lower" && !(count[cell]! > 0))) continue;
        rows.set(r, [...columns.get(c)!, cell]);
        rowsNow.push(r);
      }
    }
  }
  return undefined;
}
