import { type Bounds, type Cell, feasibleBounds } from "./feasible-bounds.ts";

export interface SuppressionAudit {
  /** Cells of more than 0 and fewer than `minimum`, by row and then column. */
  readonly primary: readonly Cell[];
  /** Primary cells that are published all the same. */
  readonly unsuppressed: readonly Cell[];
  /** Of each suppressed cell, in the order given. */
  readonly bounds: readonly Bounds[];
  /** Suppressed cells that a reader can work out exactly. */
  readonly disclosed: number;
  /** Every suppressed cell is open by at least `minimum`, and no primary cell is published. */
  readonly safe: boolean;
}

/**
 * Whether the cells left out of a table of counts really stay unknown. Leaving out the small cells alone hardly ever does:
 * the totals give them back.
 *
 * A table is one release among others: see `differenceOf` for two of them. Shares, intervals and curves can disclose the
 * same counts and are to be left out with them.
 *
 * @see Hundepool et al (2012) Statistical Disclosure Control, ch. 4.
 */
export function auditSuppression(
  table: readonly ArrayLike<number>[],
  suppressed: readonly Cell[],
  { minimum, publishedTotals }: { readonly minimum: number; readonly publishedTotals: boolean },
): SuppressionAudit {
  const primary = primaryCells(table, minimum);
  const bounds = feasibleBounds(table, suppressed, publishedTotals);
  const left = new Set(suppressed.map(String));
  const unsuppressed = primary.filter((cell) => !left.has(String(cell)));
  return {
    primary,
    unsuppressed,
    bounds,
    disclosed: bounds.filter(({ low, high }) => low === high).length,
    safe: unsuppressed.length === 0 && bounds.every(({ low, high }) => high - low >= minimum),
  };
}

/** Cells of more than 0 and fewer than `minimum`. A count of 0 is nobody; that a whole group has none can still disclose. */
export function primaryCells(table: readonly ArrayLike<number>[], minimum: number): Cell[] {
  return table.flatMap((row, r) =>
    Array.from(row).flatMap((count, c): Cell[] => (count > 0 && count < minimum ? [[r, c]] : [])),
  );
}
