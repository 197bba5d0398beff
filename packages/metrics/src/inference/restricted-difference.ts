import type { Proportion } from "./proportion.ts";

const MOST_STEPS = 100;

/**
 * The two proportions that are likeliest among those that differ by `difference` (first − second), −1 to 1.
 *
 * The log likelihood is concave on the line of such pairs, so its slope is followed to 0 by Newton's method inside a
 * bracket that only shrinks, after looking whether an end of the line is the likeliest. This keeps the digits that the
 * closed form of the cubic loses where counts are 0.
 *
 * @see Farrington & Manning (1990) Stat Med 9:1447-1454, appendix, for the closed form.
 */
export function restrictedDifference(
  { hits: x1, rows: n1 }: Proportion,
  { hits: x2, rows: n2 }: Proportion,
  difference: number,
): readonly [first: number, second: number] {
  const y1 = n1 - x1;
  const y2 = n2 - x2;
  // A count of 0 adds nothing, not even where its probability is 0; rounding may take a probability of 0 below it.
  const slope = (p: number): number =>
    (x1 === 0 ? 0 : x1 / Math.max(0, p + difference)) -
    (y1 === 0 ? 0 : y1 / Math.max(0, 1 - p - difference)) +
    (x2 === 0 ? 0 : x2 / p) -
    (y2 === 0 ? 0 : y2 / (1 - p));
  const bend = (p: number): number =>
    (x1 === 0 ? 0 : x1 / (p + difference) ** 2) +
    (y1 === 0 ? 0 : y1 / (1 - p - difference) ** 2) +
    (x2 === 0 ? 0 : x2 / p ** 2) +
    (y2 === 0 ? 0 : y2 / (1 - p) ** 2);
  const pair = (p: number): readonly [number, number] => [Math.min(1, Math.max(0, p + difference)), p];
  let low = Math.max(0, -difference);
  let high = Math.min(1, 1 - difference);
  if (!(low < high) || slope(low) <= 0) return pair(low);
  if (slope(high) >= 0) return pair(high);
  let p = (x1 + x2 - n1 * difference) / (n1 + n2);
  for (let i = 0; i < MOST_STEPS; i++) {
    if (!(p > low && p < high)) p = low + (high - low) / 2;
    if (p === low || p === high) break;
    const rise = slope(p);
    if (rise === 0) break;
    if (rise > 0) low = p;
    else high = p;
    const step = rise / bend(p);
    if (Math.abs(step) <= Number.EPSILON * p) {
      // Beside an end of the line, where the slope is infinite, Newton's step is tiny however far the root is.
      const beyond = p + 8 * Math.sign(step) * Number.EPSILON * p;
      if (!(beyond > low && beyond < high) || slope(beyond) < 0 !== rise < 0) break;
      p = low + (high - low) / 2;
      continue;
    }
    p += step;
  }
  return pair(Math.min(high, Math.max(low, p)));
}
