/** Each row's chance of being in the top of an order, and where the order is cut. */
export interface Inclusion {
  /** 1 above the boundary, 0 below it, between for those tied at it; 0 for rows without a value. */
  readonly inclusion: Float64Array;
  /** Rows with a value, highest first. */
  readonly order: Uint32Array;
  /** The tied rows at the boundary, as positions in `order`: from `start` up to but not including `end`. */
  readonly boundary: { readonly start: number; readonly end: number };
}

/**
 * The chance of each row to be among the `places` highest values: for rows tied at the boundary the share of them that
 * still fits, the expectation over all ways of breaking the tie. `places` is a number of rows, or of weight where rows
 * are weighted, and need not be whole. Rows without a value (NaN) have chance 0.
 */
export function inclusionInTop(values: Float64Array, places: number, weight?: Float64Array): Inclusion {
  const known: number[] = [];
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known.push(i);
  const order = Uint32Array.from(known).sort((a, b) =>
    values[a]! > values[b]! ? -1 : values[a]! < values[b]! ? 1 : 0,
  );
  const inclusion = new Float64Array(values.length);
  let left = places;
  let boundary = { start: 0, end: 0 };
  for (let start = 0, end = 0; start < order.length && left > 0; start = end) {
    let tied = 0;
    for (end = start; end < order.length && values[order[end]!] === values[order[start]!]; end++) {
      tied += weight?.[order[end]!] ?? 1;
    }
    const share = Math.min(1, left / tied);
    for (let k = start; k < end; k++) inclusion[order[k]!] = share;
    left -= tied;
    boundary = { start, end };
  }
  return { inclusion, order, boundary };
}
