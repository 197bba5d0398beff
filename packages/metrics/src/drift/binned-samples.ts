import { quantile7 } from "../numeric/quantile.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** Two samples of one variable counted in the same bins or levels: those it was made on, and those it is used on. */
export interface BinnedSamples {
  readonly reference: Float64Array;
  readonly current: Float64Array;
  readonly referenceRows: number;
  readonly currentRows: number;
}

/**
 * Counts a numeric variable in bins bounded by the reference's quantiles: type 7, doubled ones once, each bin open to
 * the left and closed to the right, the first and last without end.
 *
 * Missing values (NaN) are not counted: their share is a drift of its own.
 *
 * Undefined  NO_ROWS where either sample has no value; CONSTANT_VALUE where the reference's quantiles leave one bin, in
 *            which any two samples would look alike.
 */
export function binByReference(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  bins: number,
): BinnedSamples | Undefined {
  if (!(Number.isInteger(bins) && bins >= 2)) throw new RangeError(`bins is not a whole number of at least 2: ${bins}`);
  const [known, now] = [reference, current].map((values) => Float64Array.from(values).filter((v) => !Number.isNaN(v)));
  if (known!.length === 0 || now!.length === 0) return undefinedBecause("NO_ROWS");
  known!.sort();
  const ends = new Set(Array.from({ length: bins + 1 }, (_, i) => quantile7(known!, i / bins)));
  const edges = [...ends].slice(1, -1);
  if (edges.length === 0) return undefinedBecause("CONSTANT_VALUE");
  const counted = (values: Float64Array): Float64Array => {
    const counts = new Float64Array(edges.length + 1);
    for (const value of values) counts[edgesBelow(edges, value)]! += 1;
    return counts;
  };
  return {
    reference: counted(known!),
    current: counted(now!),
    referenceRows: known!.length,
    currentRows: now!.length,
  };
}

/**
 * Counts a categorical variable at every level that either sample has, the reference's first, in order of occurrence.
 * Missing values are a level of the caller's or left out by the caller. Undefined: NO_ROWS.
 */
export function countLevels(
  reference: readonly string[],
  current: readonly string[],
): (BinnedSamples & { readonly levels: readonly string[] }) | Undefined {
  if (reference.length === 0 || current.length === 0) return undefinedBecause("NO_ROWS");
  const place = new Map<string, number>();
  for (const level of [...new Set(reference), ...new Set(current)]) if (!place.has(level)) place.set(level, place.size);
  const counted = (values: readonly string[]): Float64Array => {
    const counts = new Float64Array(place.size);
    for (const level of values) counts[place.get(level)!]! += 1;
    return counts;
  };
  return {
    reference: counted(reference),
    current: counted(current),
    referenceRows: reference.length,
    currentRows: current.length,
    levels: [...place.keys()],
  };
}

/** How many ascending edges are strictly below the value. */
function edgesBelow(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
