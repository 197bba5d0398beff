/** Ascending distinct x, mean of y at each, and how many rows are there. */
export interface CountedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly count: Float64Array;
}

/**
 * Lowess without robustness iterations: at each x a straight line through the nearest `span` of the rows, tricube
 * weights. Robustness iterations (R's default is three) treat the rarer outcome as outliers and must not be used on a
 * binary y. Where the window cuts through tied x, the part of them inside counts with their common mean.
 *
 * Time k × window for k distinct x.
 *
 * @see Cleveland (1979) J Am Stat Assoc 74:829-836, as R's `lowess(iter = 0, delta = 0)`.
 */
export function lowess({ x, y, count }: CountedPoints, span = 2 / 3): Float64Array {
  const k = x.length;
  const before = new Float64Array(k + 1);
  for (let i = 0; i < k; i++) before[i + 1] = before[i]! + count[i]!;
  const n = before[k]!;
  const window = Math.max(2, Math.min(n, Math.floor(span * n + 1e-7)));
  const range = x[k - 1]! - x[0]!;
  const fitted = new Float64Array(k);

  // The window is rows left .. left + window - 1, in rows; groups are found from row numbers.
  let left = 0;
  let leftGroup = 0;
  let rightGroup = groupOf(before, window - 1, 0);
  for (let i = 0; i < k; i++) {
    const at = x[i]!;
    for (;;) {
      const right = left + window;
      if (right >= n) break;
      const nextGroup = right >= before[rightGroup + 1]! ? rightGroup + 1 : rightGroup;
      if (!(at - x[leftGroup]! > x[nextGroup]! - at)) break;
      // All rows of the left group leave one by one for the same reason, until the right end changes group.
      const steps = Math.min(before[leftGroup + 1]! - left, before[nextGroup + 1]! - right);
      left += steps;
      if (left >= before[leftGroup + 1]!) leftGroup += 1;
      rightGroup = groupOf(before, left + window - 1, rightGroup);
    }
    const inside = (j: number): number => (j === leftGroup ? before[j + 1]! - left : count[j]!);
    fitted[i] = lineAt(at, { x, y, count }, leftGroup, inside, x[rightGroup]!, range);
  }
  return fitted;
}

function groupOf(before: Float64Array, row: number, from: number): number {
  let group = from;
  while (row >= before[group + 1]!) group += 1;
  return group;
}

function lineAt(
  at: number,
  { x, y }: CountedPoints,
  from: number,
  inside: (group: number) => number,
  furthestRight: number,
  range: number,
): number {
  const reach = Math.max(at - x[from]!, furthestRight - at);
  const weights: number[] = [];
  let total = 0;
  for (let j = from; j < x.length; j++) {
    const distance = Math.abs(x[j]! - at);
    if (distance > 0.999 * reach) {
      if (x[j]! > at) break;
      weights.push(0);
      continue;
    }
    const w = inside(j) * (distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3);
    weights.push(w);
    total += w;
  }
  let centre = 0;
  weights.forEach((w, m) => {
    centre += (w / total) * x[from + m]!;
  });
  let spread = 0;
  let mean = 0;
  let slope = 0;
  weights.forEach((w, m) => {
    const share = w / total;
    const d = x[from + m]! - centre;
    spread += share * d * d;
    mean += share * y[from + m]!;
    slope += share * d * y[from + m]!;
  });
  return Math.sqrt(spread) > 0.001 * range ? mean + ((at - centre) * slope) / spread : mean;
}
