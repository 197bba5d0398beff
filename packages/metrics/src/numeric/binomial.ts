import { incompleteBeta, incompleteBetaOf } from "./beta.ts";
import { halfDeviance, stirlingError } from "./stirling.ts";

/** P(X <= k) for X binomial(n, p); n a whole number. */
export function binomialCdf(k: number, n: number, p: number): number {
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? 1 : incompleteBetaOf(1 - p, p, n - whole, whole + 1);
}

/** P(X >= k), without the loss of `1 - cdf` in the tail. */
export function binomialUpperTail(k: number, n: number, p: number): number {
  const whole = Math.ceil(k);
  if (whole <= 0) return 1;
  return whole > n ? 0 : incompleteBeta(p, whole, n - whole + 1);
}

/**
 * P(X = k).
 *
 * @see Loader (2000) Fast and accurate computation of binomial probabilities.
 */
export function binomialProbability(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const error = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const exponent = error - halfDeviance(k, n * p) - halfDeviance(n - k, n * (1 - p), k - n * p);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}
