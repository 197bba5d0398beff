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
 * are weighted, and need not be whole. Rows without a value (NaN) have chance 0. `order` spares the sorting where the
 * values' `descendingOrder` is known already.
 */
export function inclusionInTop(
  values: Float64Array,
  places: number,
  {
    weight,
    order: given,
  }: { readonly weight?: Float64Array | undefined; readonly order?: Uint32Array | undefined } = {},
): Inclusion {
  const order = given === undefined ? descendingOrder(values) : given.filter((i) => !Number.isNaN(values[i]!));
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

/** Rows with a value, highest value first; of equals, the one that comes first. */
export function descendingOrder(values: Float64Array): Uint32Array {
  const known = new Uint32Array(values.length).map((_, i) => i).filter((i) => !Number.isNaN(values[i]!));
  return known.sort((a, b) => (values[a]! > values[b]! ? -1 : values[a]! < values[b]! ? 1 : a - b));
}
