/** Rows counted by two codes: `counts[a][b]`. Only levels that occur have a row or column. */
export interface Contingency {
  readonly counts: readonly Float64Array[];
  readonly rowTotals: Float64Array;
  readonly columnTotals: Float64Array;
  readonly total: number;
  /** (levels of a − 1) × (levels of b − 1), of those that occur. */
  readonly degreesOfFreedom: number;
}

/** Counts rows (all, or those at `rows`) by two codes; NaN in either leaves the row out. */
export function crossTabulate(a: ArrayLike<number>, b: ArrayLike<number>, rows?: ArrayLike<number>): Contingency {
  const rowOf = new Map<number, number>();
  const columnOf = new Map<number, number>();
  const pairs: [number, number][] = [];
  const n = rows?.length ?? a.length;
  for (let k = 0; k < n; k++) {
    const i = rows?.[k] ?? k;
    if (Number.isNaN(a[i]!) || Number.isNaN(b[i]!)) continue;
    if (!rowOf.has(a[i]!)) rowOf.set(a[i]!, rowOf.size);
    if (!columnOf.has(b[i]!)) columnOf.set(b[i]!, columnOf.size);
    pairs.push([rowOf.get(a[i]!)!, columnOf.get(b[i]!)!]);
  }
  const counts = Array.from({ length: rowOf.size }, () => new Float64Array(columnOf.size));
  const rowTotals = new Float64Array(rowOf.size);
  const columnTotals = new Float64Array(columnOf.size);
  for (const [r, c] of pairs) {
    counts[r]![c]! += 1;
    rowTotals[r]! += 1;
    columnTotals[c]! += 1;
  }
  const degreesOfFreedom = Math.max(0, rowOf.size - 1) * Math.max(0, columnOf.size - 1);
  return { counts, rowTotals, columnTotals, total: pairs.length, degreesOfFreedom };
}
