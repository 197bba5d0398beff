import { type Undefined, undefinedBecause } from "../result.ts";
import { auditSuppression, primaryCells, type SuppressionAudit } from "./audit-suppression.ts";
import { type Cell, feasibleBounds } from "./feasible-bounds.ts";

export interface Suppression extends SuppressionAudit {
  /** The primary cells, then those left out to protect them. */
  readonly suppressed: readonly Cell[];
}

/**
 * Cells to leave out of a table with published totals so that no small count can be worked out: the small ones, and around
 * each that is still too narrowly bounded the rectangle that opens it at the least further count. Audited at the end.
 *
 * It searches greedily: the choice is safe, and not always the one that leaves out least.
 *
 * Undefined  SUPPRESSED where no choice of cells protects them (a total is small itself, or a row or column stands alone):
 *            then merge levels or take a longer period, rather than keep silent about a small group.
 *
 * @see Cox (1980) J Am Stat Assoc 75:377-385; Hundepool et al (2012) Statistical Disclosure Control, ch. 4.
 */
export function suppress(table: readonly ArrayLike<number>[], minimum: number): Suppression | Undefined {
  let suppressed: readonly Cell[] = primaryCells(table, minimum);
  const everything = table.flatMap((row, r) => Array.from(row, (_, c): Cell => [r, c]));
  const widest = suppressed.length === 0 ? [] : feasibleBounds(table, everything, true);
  // A cell that stays narrow whatever is left out would itself be exposed.
  const open = everything.filter((_, i) => widest.length > 0 && widest[i]!.high - widest[i]!.low >= minimum);
  const allOpen = unionOf(suppressed, open);
  const audit = (): SuppressionAudit => auditSuppression(table, suppressed, { minimum, publishedTotals: true });
  for (let found = audit(); ; found = audit()) {
    if (found.safe) return { ...found, suppressed };
    const exposed = suppressed[found.bounds.findIndex(({ low, high }) => high - low < minimum)]!;
    const more = protectionOf(table, suppressed, exposed, open);
    if (more === undefined && suppressed.length === allOpen.length) return undefinedBecause("SUPPRESSED");
    suppressed = more ?? allOpen;
  }
}

/** With the rectangle through the cell that opens it further at the least further count; `undefined` where none does. */
function protectionOf(
  table: readonly ArrayLike<number>[],
  suppressed: readonly Cell[],
  [row, column]: Cell,
  open: readonly Cell[],
): readonly Cell[] | undefined {
  const left = new Set(suppressed.map(String));
  const usable = new Set(unionOf(suppressed, open).map(String));
  const at = suppressed.findIndex(([r, c]) => r === row && c === column);
  const widthIn = (cells: readonly Cell[]): number => {
    const { low, high } = feasibleBounds(table, cells, true)[at]!;
    return high - low;
  };
  const before = widthIn(suppressed);
  let best: { readonly cells: readonly Cell[]; readonly cost: number } | undefined;
  for (let r = 0; r < table.length; r++) {
    for (let c = 0; c < table[row]!.length; c++) {
      if (r === row || c === column) continue;
      const rectangle: Cell[] = [
        [r, c],
        [row, c],
        [r, column],
      ];
      const added = rectangle.filter((cell) => !left.has(String(cell)));
      if (added.length === 0 || !added.every((cell) => usable.has(String(cell)))) continue;
      const cost = added.reduce((total, [i, j]) => total + table[i]![j]!, 0);
      if (best !== undefined && best.cost <= cost) continue;
      const cells = [...suppressed, ...added];
      if (widthIn(cells) > before) best = { cells, cost };
    }
  }
  return best?.cells;
}

function unionOf(cells: readonly Cell[], more: readonly Cell[]): readonly Cell[] {
  const known = new Set(cells.map(String));
  return [...cells, ...more.filter((cell) => !known.has(String(cell)))];
}
