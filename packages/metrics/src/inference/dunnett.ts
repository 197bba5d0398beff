import { normalCdf, normalDensity, normalQuantile, normalUpperTail } from "../numeric/normal.ts";
import { brent } from "../numeric/root.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** Variances of the estimates of several subgroups and of the one reference they are all compared with. */
export interface AgainstOneReference {
  readonly subgroups: readonly number[];
  readonly reference: number;
}

/**
 * Two-sided p of a statistic |z| = `z`, adjusted for the comparison of k subgroups with one reference (Dunnett).
 *
 * Estimates are independent of each other, so that their differences from the reference correlate by the reference's
 * share of the variance, √(v₀ / (vᵢ + v₀)), and one integral over the reference's error is enough.
 *
 * Undefined: NO_ROWS without a subgroup; CONSTANT_VALUE where a subgroup's variance is not above 0.
 *
 * @see Dunnett (1955) J Am Stat Assoc 50:1096-1121; Hsu (1996) Multiple Comparisons, ch. 3.
 */
export function dunnettP(z: number, variances: AgainstOneReference): number | Undefined {
  const obstacle = whyNot(variances);
  return obstacle ?? beyond(Math.abs(z), loadings(variances));
}

/** The critical value at which all k intervals against the reference hold together with probability `level`. */
export function dunnettCritical(variances: AgainstOneReference, level: number): number | Undefined {
  const obstacle = whyNot(variances);
  if (obstacle !== undefined) return obstacle;
  const shares = loadings(variances);
  if (shares.length === 1) return normalQuantile((1 + level) / 2);
  return brent((z) => beyond(z, shares) - (1 - level), 0, bonferroniCritical(shares.length, level) + 1);
}

/** Critical value of k comparisons without assumption on how they depend. */
export function bonferroniCritical(k: number, level: number): number {
  return -normalQuantile((1 - level) / (2 * k));
}

/** Critical value of k independent (or positively dependent) comparisons. @see Šidák (1967) J Am Stat Assoc 62:626-633. */
export function sidakCritical(k: number, level: number): number {
  return -normalQuantile(-Math.expm1(Math.log(level) / k) / 2);
}

function whyNot({ subgroups, reference }: AgainstOneReference): Undefined | undefined {
  if (subgroups.length === 0) return undefinedBecause("NO_ROWS");
  const usable = subgroups.every((v) => v > 0 && v < Infinity) && reference >= 0 && reference < Infinity;
  return usable ? undefined : undefinedBecause("CONSTANT_VALUE");
}

interface Loading {
  readonly shared: number;
  readonly own: number;
}

function loadings({ subgroups, reference }: AgainstOneReference): Loading[] {
  return subgroups.map((v) => ({
    shared: Math.sqrt(reference / (v + reference)),
    own: Math.sqrt(v / (v + reference)),
  }));
}

/** P(some |zᵢ| > z). The trapezoidal rule converges geometrically on such integrands. */
function beyond(z: number, shares: readonly Loading[]): number {
  // The step follows the sharpest factor: a reference far less precise than a subgroup makes a steep one.
  const sharpest = Math.min(...shares.map(({ shared, own }) => (shared > 0 ? own / shared : 1)));
  const step = Math.min(0.0625, Math.max(sharpest / 8, 1e-4));
  let total = 0;
  for (let x = -9; x <= 9; x += step) {
    let logWithin = 0;
    for (const { shared, own } of shares) {
      const outside = normalUpperTail((z - shared * x) / own) + normalCdf((-z - shared * x) / own);
      logWithin += Math.log1p(-Math.min(1, outside));
    }
    total += normalDensity(x) * -Math.expm1(logWithin);
  }
  return Math.min(1, total * step);
}
