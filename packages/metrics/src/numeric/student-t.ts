import { betaQuantileLogOdds, incompleteBetaOf } from "./beta.ts";
import { normalQuantile, normalUpperTail } from "./normal.ts";

/** P(T <= t) of Student's t distribution; `df` may be Infinity (the normal). */
export function studentTCdf(t: number, df: number): number {
  return studentTUpperTail(-t, df);
}

/** P(T > t), without the loss of `1 - cdf` in the tail. */
export function studentTUpperTail(t: number, df: number): number {
  if (df === Infinity) return normalUpperTail(t);
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  if (t === 0) return 0.5;
  const ratio = t / Math.sqrt(df);
  const square = ratio * ratio;
  const beyond = square === Infinity ? 0 : incompleteBetaOf(1 / (1 + square), square / (1 + square), df / 2, 0.5) / 2;
  return t > 0 ? beyond : 1 - beyond;
}

/** The t with P(T <= t) = p. */
export function studentTQuantile(p: number, df: number): number {
  if (df === Infinity) return normalQuantile(p);
  if (!(df > 0 && p >= 0 && p <= 1)) return Number.NaN;
  const centred = p - 0.5;
  if (centred === 0) return 0;
  const outside = 2 * Math.min(p, 1 - p);
  const size = Math.sqrt(df) * Math.exp(-betaQuantileLogOdds(outside, 2 * Math.abs(centred), df / 2, 0.5) / 2);
  return centred < 0 ? -size : size;
}
