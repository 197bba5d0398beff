import { twoSidedP } from "../inference/wald.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { Shift } from "./number-shift.ts";

/**
 * A number here against a published mean and standard deviation: how far the mean moved, in published standard deviations.
 * Nothing is known of the shape. `independent` is the number of independent patients behind the rows; p is `null` where
 * patients repeat. Undefined: NO_ROWS.
 */
export function meanShift(
  { mean, sd, n }: { readonly mean: number; readonly sd: number; readonly n: number },
  here: Float64Array,
  { level, independent }: { readonly level: number; readonly independent: number },
): Shift | Undefined {
  const known = here.filter((v) => !Number.isNaN(v));
  if (known.length < 2) return undefinedBecause("NO_ROWS");
  const own = sum(known) / known.length;
  const variance = sum(known.map((v) => (v - own) ** 2)) / (known.length - 1);
  const rows = Math.min(independent, known.length);
  const shift = (own - mean) / sd;
  const error = Math.sqrt(variance / rows + sd ** 2 / n) / sd;
  const reach = normalQuantile((1 + level) / 2) * error;
  const [low, high] = [shift - reach, shift + reach];
  const acrossZero = low < 0 && high > 0;
  return {
    effect: Math.abs(shift),
    interval: {
      low: acrossZero ? 0 : Math.min(Math.abs(low), Math.abs(high)),
      high: Math.max(Math.abs(low), Math.abs(high)),
      level,
      method: "wald",
    },
    statistic: null,
    p: rows < known.length ? null : twoSidedP(shift / error),
    stability: null,
    jensenShannon: null,
    meanShift: shift,
    rows: { reference: n, here: known.length },
  };
}
