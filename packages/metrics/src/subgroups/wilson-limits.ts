import type { Limits } from "../inference/mover.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { normalQuantile } from "../numeric/normal.ts";
import type { Proportion } from "./pearson.ts";

/** A proportion with Wilson's limits. Needs at least one row. */
export function wilsonLimits({ hits, rows }: Proportion, level: number): Limits {
  const value = hits / rows;
  const standardError = Math.sqrt((value * (1 - value)) / rows);
  const { low, high } = scaleInterval(
    { value, standardError, denominator: rows },
    { intervalScale: "wilson", range: [0, 1] },
    { level, critical: normalQuantile((1 + level) / 2) },
  ) ?? { low: 0, high: 1 };
  return { value, low, high };
}
