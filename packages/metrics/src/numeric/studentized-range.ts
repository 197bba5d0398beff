import { normalCdf, normalDensity, normalQuantile } from "./normal.ts";
import { brent } from "./root.ts";

/** P(range of k standard normals <= q): the studentised range with infinite degrees of freedom. `k` at least 2. */
export function studentizedRangeCdf(q: number, k: number): number {
  if (!(q > 0)) return 0;
  return 1 - studentizedRangeUpperTail(q, k);
}

/**
 * P(range of k standard normals > q), without the loss of `1 - cdf` in the tail.
 *
 * With the greatest value at z, the others must all lie below z and not all above z - q:
 * k ∫ φ(z) [Φ(z)^(k-1) - (Φ(z) - Φ(z - q))^(k-1)] dz. Every term is positive, and the trapezoidal rule converges
 * geometrically on such integrands (Trefethen & Weideman 2014 SIAM Rev 56:385-458).
 *
 * @see Copenhaver & Holland (1988) J Stat Comput Simul 30:1-15.
 */
export function studentizedRangeUpperTail(q: number, k: number): number {
  if (!(q > 0)) return q <= 0 ? 1 : Number.NaN;
  if (q === Infinity) return 0;
  const step = Math.min(0.125, 0.7 / Math.sqrt(k));
  let total = 0;
  for (let z = -9; z <= q + 9; z += step) {
    const below = normalCdf(z);
    const out = Math.min(normalCdf(z - q) / below, 1);
    total += normalDensity(z) * below ** (k - 1) * -Math.expm1((k - 1) * Math.log1p(-out));
  }
  return Math.min(k * step * total, 1);
}

/** The q with `studentizedRangeCdf(q, k)` = p. */
export function studentizedRangeQuantile(p: number, k: number): number {
  if (!(p > 0)) return p === 0 ? 0 : Number.NaN;
  if (p >= 1) return p === 1 ? Infinity : Number.NaN;
  // The Bonferroni bound over the k (k - 1) / 2 pairs is never too small.
  const bound = -Math.SQRT2 * normalQuantile((1 - p) / (k * (k - 1)));
  return brent((q) => studentizedRangeUpperTail(q, k) - (1 - p), 0, bound * (1 + 1e-9) + 1e-9);
}
