/** The distinct values, ascending; −0 is 0. NaN is not one of them. */
export function distinctSorted(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values)
    .filter((v) => !Number.isNaN(v))
    .sort();
  let size = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]! + 0;
    if (size === 0 || sorted[size - 1] !== value) sorted[size++] = value;
  }
  return sorted.slice(0, size);
}

/** Place of `value` among ascending values, of which it is one. */
export function placeIn(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
