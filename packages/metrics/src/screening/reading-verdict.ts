/** What the interval of relative detection says against the margin that was declared beforehand. */
export type ReadingVerdict = "non_inferior" | "non_inferiority_not_shown" | "inferior";

/**
 * Relative detection (first over second) against 1 − margin: the whole interval above it, not inferior; below it, inferior;
 * else not shown, which is not the same as inferior. At 95 % a one-sided test at 2.5 %. No interval: not estimable.
 */
export function readingVerdict(
  interval: { readonly low: number; readonly high: number } | null,
  margin: number,
): ReadingVerdict | "not_estimable" {
  if (interval === null || !(interval.low <= interval.high)) return "not_estimable";
  if (interval.low > 1 - margin) return "non_inferior";
  return interval.high < 1 - margin ? "inferior" : "non_inferiority_not_shown";
}

/** Everywhere: only where it holds in every part, each at its full level (intersection–union test: no adjustment is due). */
export function everywhere(verdicts: readonly (ReadingVerdict | "not_estimable")[]): ReadingVerdict | "not_estimable" {
  if (verdicts.length === 0) return "not_estimable";
  if (verdicts.includes("inferior")) return "inferior";
  return verdicts.every((v) => v === "non_inferior") ? "non_inferior" : "non_inferiority_not_shown";
}
