import { continuedFraction } from "./continued-fraction.ts";
import { normalQuantile } from "./normal.ts";
import { solveOnLogScale } from "./quantile-search.ts";
import { halfDeviance, stirlingError } from "./stirling.ts";

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** log Γ(x), for x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/** Regularised lower incomplete gamma function P(a, x): the probability that a gamma variable of shape a is at most x. */
export function incompleteGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return Number.NaN;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

/** Regularised upper incomplete gamma function Q(a, x), without the loss of `1 - P` in the tail. */
export function incompleteGammaUpper(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return Number.NaN;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

/**
 * The x with P(shape, x) = p, for unit scale: 0 at 0, Infinity at 1.
 *
 * @see DiDonato & Morris (1986) ACM Trans Math Softw 12:377-393 for working on the logarithm of the smaller tail;
 * Wilson & Hilferty (1931) PNAS 17:684-688 for the start.
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(shape > 0 && p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  // Far down the tail P(a, x) is x^a / Γ(a + 1).
  const low = (Math.log(p) + logGamma(shape + 1)) / shape;
  return Math.exp(
    solveOnLogScale({
      lower: (t) => incompleteGamma(shape, Math.exp(t)),
      upper: (t) => incompleteGammaUpper(shape, Math.exp(t)),
      slope: (t) => shape * term(shape, Math.exp(t)),
      p,
      q: 1 - p,
      start: cube > 0.2 && shape > 0.5 ? Math.log(shape) + 3 * Math.log(cube) : low,
    }),
  );
}

/** x^a e^-x / Γ(a + 1). */
function term(a: number, x: number): number {
  return x === 0 || x === Infinity ? 0 : Math.exp(-stirlingError(a) - halfDeviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function series(a: number, x: number): number {
  let total = 1;
  let next = 1;
  for (let n = 1; next > total * 1e-17; n++) {
    next *= x / (a + n);
    total += next;
  }
  return Math.min(total * term(a, x), 1);
}

/** Legendre's continued fraction (DLMF 8.9.2). */
function fraction(a: number, x: number): number {
  const numerator = (n: number): number => (n % 2 === 1 ? ((n + 1) / 2 - a) / x : n / 2 / x);
  return x === Infinity ? 0 : ((a * term(a, x)) / x) * continuedFraction(numerator);
}
