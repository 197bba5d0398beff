/** Below this many a plain insertion is quicker. */
const FEW = 12;

/** Sorts `keys` ascending, in place, and `companions` in the same way. No key is NaN. The order of equal keys is not kept. */
export function sortTogether(keys: Float64Array, companions: Float64Array, from = 0, to = keys.length - 1): void {
  let [low, high] = [from, to];
  while (high - low >= FEW) {
    const pivot = median(keys[low]!, keys[(low + high) >> 1]!, keys[high]!);
    let i = low;
    let j = high;
    while (i <= j) {
      while (keys[i]! < pivot) i += 1;
      while (keys[j]! > pivot) j -= 1;
      if (i > j) break;
      const key = keys[i]!;
      keys[i] = keys[j]!;
      keys[j] = key;
      const companion = companions[i]!;
      companions[i] = companions[j]!;
      companions[j] = companion;
      i += 1;
      j -= 1;
    }
    // The shorter part by a call, the longer by going on: the depth stays below log₂ n.
    if (j - low < high - i) {
      sortTogether(keys, companions, low, j);
      low = i;
    } else {
      sortTogether(keys, companions, i, high);
      high = j;
    }
  }
  for (let i = low + 1; i <= high; i++) {
    const key = keys[i]!;
    const companion = companions[i]!;
    let j = i - 1;
    for (; j >= low && keys[j]! > key; j--) {
      keys[j + 1] = keys[j]!;
      companions[j + 1] = companions[j]!;
    }
    keys[j + 1] = key;
    companions[j + 1] = companion;
  }
}

function median(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
