/**
 * Which point of a curve each declared threshold is: the last of descending `scores` that is at least the threshold,
 * plus `offset`; −1 + offset where no score reaches it. Several thresholds may be one point; they descend.
 */
export function declaredPoints(
  scores: Float64Array,
  thresholds: readonly number[],
  offset: number,
): ReadonlyMap<number, readonly number[]> {
  const points = new Map<number, number[]>();
  for (const threshold of thresholds.toSorted((a, b) => b - a)) {
    let low = 0;
    let high = scores.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (scores[middle]! >= threshold) low = middle + 1;
      else high = middle;
    }
    const point = low - 1 + offset;
    points.set(point, [...(points.get(point) ?? []), threshold]);
  }
  return points;
}

/** The kept points, one for each threshold declared there, with the threshold or null. */
export function withThresholds(
  kept: readonly number[],
  declared: ReadonlyMap<number, readonly number[]>,
): readonly { readonly k: number; readonly threshold: number | null }[] {
  return kept.flatMap((k) => (declared.get(k) ?? [null]).map((threshold) => ({ k, threshold })));
}
