import type { Verdict } from "./estimates.ts";

/**
 * What an interval of a gap says against a margin that was declared beforehand (methods E6).
 *
 * `margin.low`, `margin.high`  the largest gaps that do not matter, either way; `none` is the value of no gap: 0 of a
 *                              difference, 1 of a ratio. Both on the scale of the interval.
 *
 * Strictly inside the margin: equivalent, or equivalent_but_different where it excludes `none`. At or beyond a margin
 * as a whole: inequity_demonstrated. Across a margin and without `none`: difference_of_uncertain_relevance. Else
 * inconclusive. No interval: not_estimable, which is never a pass. One interval of one level serves every verdict; at
 * 95 % "equivalent" is two one-sided tests at 2.5 %.
 *
 * @see Schuirmann (1987) J Pharmacokinet Biopharm 15:657-680 (two one-sided tests).
 */
export function equityVerdict(
  interval: { readonly low: number; readonly high: number } | null,
  margin: { readonly low: number; readonly high: number },
  none: 0 | 1 = 0,
): Verdict {
  if (interval === null || !(interval.low <= interval.high)) return "not_estimable";
  const { low, high } = interval;
  const different = low > none || high < none;
  if (low > margin.low && high < margin.high) return different ? "equivalent_but_different" : "equivalent";
  if (low >= margin.high || high <= margin.low) return "inequity_demonstrated";
  return different ? "difference_of_uncertain_relevance" : "inconclusive";
}
