import { normalCdf, normalDensity, normalQuantile, normalUpperTail } from "./normal.ts";
import { brent } from "./root.ts";

/**
 * P(range of k standard normals <= q): the studentised range with infinite degrees of freedom. `k` at least 2.
 *
 * With the greatest value at z, the others all lie in the window from z - q to z.
 *
 * @see Copenhaver & Holland (1988) J Stat Comput Simul 30:1-15.
 */
export function studentizedRangeCdf(q: number, k: number): number {
  if (!(q > 0)) return q <= 0 ? 0 : Number.NaN;
  const upper = studentizedRangeUpperTail(q, k);
  if (upper < 0.5) return 1 - upper;
  return overGreatest(q, k, (z) => {
    const window = 2 * z < q ? normalCdf(z) - normalCdf(z - q) : normalUpperTail(z - q) - normalUpperTail(z);
    return window ** (k - 1);
  });
}

/**
 * P(range of k standard normals > q), without the loss of `1 - cdf` in the tail: the others lie below the greatest, z,
 * and not all above z - q. Every term is positive.
 */
export function studentizedRangeUpperTail(q: number, k: number): number {
  if (!(q > 0)) return q <= 0 ? 1 : Number.NaN;
  if (q === Infinity) return 0;
  return overGreatest(q, k, (z) => {
    const below = normalCdf(z);
    const out = Math.min(normalCdf(z - q) / below, 1);
    return below ** (k - 1) * -Math.expm1((k - 1) * Math.log1p(-out));
  });
}

/** The q with `studentizedRangeCdf(q, k)` = p. */
export function studentizedRangeQuantile(p: number, k: number): number {
  if (!(p > 0)) return p === 0 ? 0 : Number.NaN;
  if (p >= 1) return p === 1 ? Infinity : Number.NaN;
  // The Bonferroni bound over the k (k - 1) / 2 pairs is never too small.
  const bound = -Math.SQRT2 * normalQuantile((1 - p) / (k * (k - 1)));
  return brent((q) => studentizedRangeUpperTail(q, k) - (1 - p), 0, bound * (1 + 1e-9) + 1e-9);
}

/**
 * k ∫ φ(z) f(z) dz by the trapezoidal rule, which converges geometrically on such integrands.
 *
 * @see Trefethen & Weideman (2014) SIAM Rev 56:385-458.
 */
function overGreatest(q: number, k: number, f: (z: number) => number): number {
  const step = Math.min(0.125, 0.7 / Math.sqrt(k));
  let total = 0;
  for (let z = -9; z <= q + 9; z += step) total += normalDensity(z) * f(z);
  return Math.min(k * step * total, 1);
}
