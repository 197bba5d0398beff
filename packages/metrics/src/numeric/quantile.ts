/**
 * Quantile of ascending values by linear interpolation between order statistics, the default of R and NumPy (type 7).
 *
 * `p` from 0 to 1. NaN for no values: callers ask only where there are some.
 *
 * @see Hyndman & Fan (1996) Am Stat 50:361-365.
 */
export function quantile7(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below];
  if (low === undefined) return Number.NaN;
  const high = sorted[below + 1];
  // Equal neighbours are returned as they are: infinite ones would give NaN.
  return high === undefined || high === low || at === below ? low : low + (at - below) * (high - low);
}
