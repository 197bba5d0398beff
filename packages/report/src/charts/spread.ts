/**
 * Places for labels, in pixels down the drawing: each at its own where it can be, none nearer than `gap` to the next,
 * all above `floor`. In the order given.
 */
export function spread(wanted: readonly number[], gap: number, floor: number): number[] {
  const order = wanted.map((at, i) => ({ at, i })).toSorted((a, b) => a.at - b.at);
  const places: number[] = [];
  for (const { at } of order) places.push(Math.max(at, (places.at(-1) ?? Number.NEGATIVE_INFINITY) + gap));
  for (let k = places.length - 1, limit = floor; k >= 0; k--) {
    places[k] = Math.min(places[k]!, limit);
    limit = places[k]! - gap;
  }
  const out = Array.from(wanted);
  order.forEach(({ i }, k) => {
    out[i] = places[k]!;
  });
  return out;
}
