import { brent } from "../numeric/root.ts";
import { normalQuantile } from "../numeric/normal.ts";

/**
 * Newcombe's method 5 for the AUROC: the θ that lie within z standard errors of the estimate, the standard error taken
 * at θ. It needs only the value and the class sizes, so it holds where DeLong's variance collapses: complete separation,
 * a constant score, a single event. Not robust where the two classes' scores spread very differently, hence the guard
 * for small numbers and not the default.
 *
 * `value` 0 to 1; `events`, `nonEvents` rows (or effective rows), at least 1; `level` e.g. 0.95. Limits lie in [0, 1].
 *
 * @see Newcombe (2006) Stat Med 25:559-573, method 5.
 */
export function newcombe5(
  value: number,
  events: number,
  nonEvents: number,
  level: number,
): { readonly low: number; readonly high: number } {
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const half = (events + nonEvents) / 2 - 1;
  const scale = z2 / (events * nonEvents);
  /** z² V(θ) / (θ (1 − θ)) */
  const reach = (t: number): number => scale * (1 + (half * (1 - t)) / (2 - t) + (half * t) / (1 + t));
  const excess = (t: number): number => (value - t) ** 2 - t * (1 - t) * reach(t);
  // At a bound the factor that vanishes there is divided out, for it is a root that is no limit.
  const low = value === 0 ? 0 : value === 1 ? brent((t) => 1 - t - t * reach(t), 0, 1) : brent(excess, 0, value);
  const high = value === 1 ? 1 : value === 0 ? brent((t) => t - (1 - t) * reach(t), 0, 1) : brent(excess, value, 1);
  return { low, high };
}

/**
 * Newcombe's standard error of an AUROC, from its value and the class sizes alone: for planning.
 *
 * @see Newcombe (2006) Stat Med 25:559-573.
 */
export function newcombeError(value: number, events: number, nonEvents: number): number {
  const half = (events + nonEvents) / 2 - 1;
  const spread = 1 + (half * (1 - value)) / (2 - value) + (half * value) / (1 + value);
  return Math.sqrt((value * (1 - value) * spread) / (events * nonEvents));
}
