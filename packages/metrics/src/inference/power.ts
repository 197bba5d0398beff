import { normalCdf, normalQuantile, normalUpperTail } from "../numeric/normal.ts";
import { brent } from "../numeric/root.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** Two independent proportions as planned: their sizes and their true values. */
export interface PlannedProportions {
  readonly p1: number;
  readonly p2: number;
  readonly n1: number;
  readonly n2: number;
}

/** Standard error under equality (pooled) and as planned. */
function errors({ p1, p2, n1, n2 }: PlannedProportions): { readonly pooled: number; readonly unpooled: number } {
  const p = (n1 * p1 + n2 * p2) / (n1 + n2);
  return {
    pooled: Math.sqrt(p * (1 - p) * (1 / n1 + 1 / n2)),
    unpooled: Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2),
  };
}

/**
 * Probability that a two-sided test finds a difference of two independent proportions, in either direction.
 * `pooled` with the variance under equality in the test, `unpooled` with that under the plan. Design-based: computed from
 * sizes and supposed values, never from what was observed. Undefined (CONSTANT_VALUE) where both are 0 or both 1.
 *
 * @see Fleiss, Levin & Paik (2003) Statistical Methods for Rates and Proportions, ch. 4.
 */
export function powerOfDifference(
  plan: PlannedProportions,
  level: number,
): { readonly pooled: number; readonly unpooled: number } | Undefined {
  const gap = Math.abs(plan.p1 - plan.p2);
  const z = normalQuantile((1 + level) / 2);
  const { pooled, unpooled } = errors(plan);
  if (pooled === 0) return undefinedBecause("CONSTANT_VALUE");
  const found = (error: number): number =>
    normalCdf((gap - z * error) / unpooled) + normalCdf((-gap - z * error) / unpooled);
  return { pooled: found(pooled), unpooled: found(unpooled) };
}

/**
 * The smallest difference from `p2`, upwards and downwards, that a two-sided test finds with probability `power`. Null
 * where there is no room for it between p2 and 1, or 0.
 */
export function smallestDetectableDifference(
  { p2, n1, n2 }: Omit<PlannedProportions, "p1">,
  { level, power }: { readonly level: number; readonly power: number },
): { readonly up: number | null; readonly down: number | null } {
  const z = normalQuantile((1 + level) / 2);
  const beta = normalQuantile(power);
  const towards = (sign: 1 | -1): number | null => {
    const room = sign > 0 ? 1 - p2 : p2;
    const excess = (gap: number): number => {
      const { pooled, unpooled } = errors({ p1: p2 + sign * gap, p2, n1, n2 });
      return gap - z * pooled - beta * unpooled;
    };
    if (!(room > 0) || !(excess(room) >= 0)) return null;
    return brent(excess, least(excess, room), room);
  };
  return { up: towards(1), down: towards(-1) };
}

/** A gap so small that it is not found, where p2 is 0 or 1 and the excess at 0 is itself 0. */
function least(excess: (gap: number) => number, room: number): number {
  let gap = 0;
  if (excess(gap) < 0) return gap;
  gap = room;
  while (gap > Number.MIN_VALUE && excess(gap) >= 0) gap /= 2;
  return gap;
}

/**
 * Probability that two one-sided tests at `alpha` each declare equivalence within `margin` where the true difference is
 * `difference`, with the standard error of the plan. 0 where the numbers are too small to ever declare it. Undefined
 * (CONSTANT_VALUE) where each planned proportion is 0 or 1.
 *
 * @see Chow, Shao & Wang (2017) Sample Size Calculations in Clinical Research, ch. 4.
 */
export function powerOfEquivalence(
  plan: PlannedProportions,
  { margin, difference, alpha }: { readonly margin: number; readonly difference: number; readonly alpha: number },
): number | Undefined {
  const z = normalQuantile(1 - alpha);
  const error = errors(plan).unpooled;
  if (error === 0) return undefinedBecause("CONSTANT_VALUE");
  const above = normalUpperTail((margin - difference) / error - z);
  const below = normalUpperTail((margin + difference) / error - z);
  return Math.max(0, 1 - above - below);
}

/**
 * The gap that a two-sided test finds with probability `power` where its standard error is `error` whatever the gap: of
 * AUROCs, with a planning standard error. Design-based: not the power of what was observed.
 */
export function detectableGap(
  error: number,
  { level, power }: { readonly level: number; readonly power: number },
): number {
  return (normalQuantile((1 + level) / 2) + normalQuantile(power)) * error;
}
