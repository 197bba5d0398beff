/**
 * The end of a stretch of values that a score test does not reject, by bisection to the last bit.
 *
 * `inside` is a value that is not rejected (the estimate) and is not itself tested, for there the statistic may be 0/0;
 * `bound` is the end of the range on the side of the wanted limit, and the limit itself where it is not rejected.
 */
export function scoreLimit(rejected: (value: number) => boolean, inside: number, bound: number): number {
  if (inside === bound || !rejected(bound)) return bound;
  let kept = inside;
  let out = bound;
  for (;;) {
    const middle = kept + (out - kept) / 2;
    if (middle === kept || middle === out) return kept;
    if (rejected(middle)) out = middle;
    else kept = middle;
  }
}
