import type { Limits } from "./treatment-masking-verdict.ts";

/** What a comparison shows in which nothing should show. */
export type NegativeControlVerdict =
  | "negative_control_holds"
  | "negative_control_fails"
  | "negative_control_inconclusive"
  | "not_estimable";

/**
 * A difference that should be none: holds where its interval lies within the margin, fails where it excludes 0 and does
 * not; otherwise the data cannot tell, which is no pass.
 *
 * @see Lipsitch, Tchetgen Tchetgen & Cohen (2010) Epidemiology 21:383-388.
 */
export function absenceVerdict(interval: Limits | null, margin: number): NegativeControlVerdict {
  if (interval === null) return "not_estimable";
  if (interval.low > -margin && interval.high < margin) return "negative_control_holds";
  return interval.low > 0 || interval.high < 0 ? "negative_control_fails" : "negative_control_inconclusive";
}

/** An effect that should go the declared way, for the care pathway did not exist yet. */
export function directionVerdict(interval: Limits | null, direction: 1 | -1): NegativeControlVerdict {
  if (interval === null) return "not_estimable";
  const [low, high] = direction === 1 ? [interval.low, interval.high] : [-interval.high, -interval.low];
  return low > 0 ? "negative_control_holds" : high < 0 ? "negative_control_fails" : "negative_control_inconclusive";
}
