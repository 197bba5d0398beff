import { normalQuantile } from "../numeric/normal.ts";
import type { BootstrapSample } from "./bootstrap-sample.ts";

/**
 * Percentile limits as R's `boot::boot.ci` gives them: quantiles at (B + 1)p, interpolated on the normal scale. Kept to
 * reproduce its figures; the product's own percentile interval is type 7.
 *
 * @see Davison & Hinkley (1997) Bootstrap Methods and their Application, eq. 5.8.
 */
export function normInterLimits({ sorted }: BootstrapSample, level: number): { low: number; high: number } {
  const size = sorted.length;
  const at = (p: number): number => {
    const rank = (size + 1) * p;
    const below = Math.floor(rank);
    if (below < 1) return sorted[0] ?? Number.NaN;
    if (below >= size) return sorted[size - 1]!;
    const low = sorted[below - 1]!;
    if (rank === below) return low;
    const from = normalQuantile(below / (size + 1));
    const to = normalQuantile((below + 1) / (size + 1));
    return low + ((normalQuantile(p) - from) / (to - from)) * (sorted[below]! - low);
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
