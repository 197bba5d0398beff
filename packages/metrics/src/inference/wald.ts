import { normalQuantile, normalUpperTail } from "../numeric/normal.ts";
import type { Interval } from "../result.ts";

/** estimate ± z × standard error. Undefined where the standard error carries no information. */
export function waldInterval(value: number, standardError: number, level: number): Interval | undefined {
  if (!(standardError > 0) || !Number.isFinite(standardError)) return undefined;
  const reach = normalQuantile((1 + level) / 2) * standardError;
  return { low: value - reach, high: value + reach, level, method: "wald" };
}

/** Two-sided p of a standard normal statistic, from the upper tail so that small ones keep their digits. */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}
