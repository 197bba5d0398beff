import type { Proportion } from "./proportion.ts";

/** Width at which a bracket of probabilities is closed. */
const FINEST = 1e-18;

/**
 * The two proportions that are likeliest among those that differ by `difference` (first − second).
 *
 * The log likelihood is concave on the line of such pairs, so its slope is followed to 0 by Newton's method inside a
 * bracket that only shrinks; this keeps the digits that the closed form of the cubic loses where counts are 0.
 *
 * @see Farrington & Manning (1990) Stat Med 9:1447-1454, appendix, for the closed form.
 */
export function restrictedDifference(
  { hits: x1, rows: n1 }: Proportion,
  { hits: x2, rows: n2 }: Proportion,
  difference: number,
): readonly [first: number, second: number] {
  let low = Math.max(0, -difference);
  let high = Math.min(1, 1 - difference);
  const cells = [x1, n1 - x1, x2, n2 - x2] as const;
  let p = (x1 + x2 - n1 * difference) / (n1 + n2);
  for (let i = 0; i < 200; i++) {
    if (!(p > low && p < high)) p = low + (high - low) / 2;
    if (p === low || p === high || high - low < FINEST) break;
    const at = [p + difference, 1 - p - difference, p, 1 - p] as const;
    let slope = 0;
    let bend = 0;
    for (const [k, count] of cells.entries()) {
      if (count === 0) continue;
      const towards = k % 2 === 0 ? 1 : -1;
      slope += (towards * count) / at[k]!;
      bend += count / at[k]! ** 2;
    }
    if (slope === 0) break;
    if (slope > 0) low = p;
    else high = p;
    const step = slope / bend;
    if (Math.abs(step) <= Number.EPSILON * p) break;
    p += step;
  }
  // The last step may have left the bracket, and counts of 0 put the likeliest pair on its end.
  const second = Math.min(high, Math.max(low, p));
  return [Math.min(1, Math.max(0, second + difference)), second];
}
