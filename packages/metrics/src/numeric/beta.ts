import { continuedFraction } from "./continued-fraction.ts";
import { expit } from "./logit.ts";
import { logGamma } from "./gamma.ts";
import { solveOnLogScale } from "./quantile-search.ts";
import { halfDeviance, stirlingError } from "./stirling.ts";

/** Regularised incomplete beta function: the probability that a beta(a, b) variable is at most x. */
export function incompleteBeta(x: number, a: number, b: number): number {
  return incompleteBetaOf(x, 1 - x, a, b);
}

/** The same with y = 1 - x given, where the caller has it to more digits than subtraction would leave. */
export function incompleteBetaOf(x: number, y: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return Number.NaN;
  if (x === 0) return 0;
  if (y === 0) return 1;
  return x <= (a + 1) / (a + b + 2) ? fraction(x, y, a, b) : 1 - fraction(y, x, b, a);
}

/** The x with `incompleteBeta(x, a, b)` = p: 0 at 0, 1 at 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  return expit(betaQuantileLogOdds(p, 1 - p, a, b));
}

/**
 * log(x / (1 - x)) of the beta quantile x below which lies p and above which lies q = 1 - p.
 *
 * @see DiDonato & Morris (1992) ACM Trans Math Softw 18:360-373 for working on the logarithm of the smaller tail.
 */
export function betaQuantileLogOdds(p: number, q: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && p >= 0 && q >= 0)) return Number.NaN;
  if (p === 0) return -Infinity;
  if (q === 0) return Infinity;
  return solveOnLogScale({
    lower: (t) => incompleteBetaOf(expit(t), expit(-t), a, b),
    upper: (t) => incompleteBetaOf(expit(-t), expit(t), b, a),
    slope: (t) => density(expit(t), expit(-t), a, b),
    p,
    q,
    start: start(p, q, a, b),
  });
}

/** Each tail as its leading power, where that is the smaller; the mean otherwise. */
function start(p: number, q: number, a: number, b: number): number {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const below = (Math.log(p) + Math.log(a) + logBeta) / a;
  const above = -(Math.log(q) + Math.log(b) + logBeta) / b;
  const mean = Math.log(a / b);
  return below < mean && p <= q ? below : above > mean && q < p ? above : mean;
}

/** x^a y^b / B(a, b). */
function density(x: number, y: number, a: number, b: number): number {
  if (x === 0 || y === 0) return 0;
  const n = a + b;
  const error = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const excess = b * x - a * y;
  const exponent = error - halfDeviance(a, n * x, excess) - halfDeviance(b, n * y, -excess);
  return Math.exp(exponent) * Math.sqrt(a / n) * Math.sqrt(b / (2 * Math.PI));
}

/** The even part of DLMF 8.17.22, in which x near 1 cancels in closed form (DiDonato & Morris 1992, BFRAC). */
function fraction(x: number, y: number, a: number, b: number): number {
  const base = a * y - b * x + 1;
  const below = (n: number): number =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) / (a + 2 * n + 1)) * (base + n * (1 + y));
  const first = (a / (a + 1)) * base;
  let last = first;
  const numerator = (n: number): number => {
    const next = below(n);
    const share = ((a + n - 1) / (a + 2 * n - 1)) * x;
    const c = (share * ((a + b + n - 1) / (a + 2 * n - 1)) * n * (b - n) * x) / last / next;
    last = next;
    return c;
  };
  return Math.min((density(x, y, a, b) / first) * continuedFraction(numerator), 1);
}
