import type { Measured } from "./estimate.ts";
import { smallestDetectableDifference } from "./inference/power.ts";
import type { Proportion } from "./inference/proportion.ts";
import {
  miettinenNurminenDifference,
  miettinenNurminenP,
  newcombeDifference,
} from "./inference/proportion-difference.ts";
import { type Interval, isUndefined } from "./result.ts";

/** What is known of the gap between two shares of independent, unweighted rows. */
export interface ProportionGap {
  readonly interval: Interval;
  readonly verdictInterval: Interval;
  readonly p: number;
  readonly smallestDetectable: number | null;
}

/** How many rows of how many, where the metric is a share of unweighted rows. */
export function proportionOf({ metric, at, counts }: Measured): Proportion | undefined {
  if (metric.intervalScale !== "wilson" || counts.weighted !== undefined) return undefined;
  const point = metric.point(counts, at);
  if (isUndefined(point) || point.denominator === undefined) return undefined;
  return { hits: Math.round(point.value * point.denominator), rows: point.denominator };
}

/**
 * First less second: Newcombe's interval for display, Miettinen and Nurminen's for the verdict with the p it inverts,
 * and the smallest detectable gap from the comparator's share as planning value: one found in either direction, or in
 * the one that there is room for.
 */
export function gapOfProportions(
  first: Proportion,
  second: Proportion,
  { level, power }: { readonly level: number; readonly power: number },
): ProportionGap | undefined {
  const shown = newcombeDifference(first, second, level);
  const judged = miettinenNurminenDifference(first, second, level);
  const p = miettinenNurminenP(first, second);
  if (isUndefined(shown) || isUndefined(judged) || typeof p !== "number") return undefined;
  const plan = { p2: second.hits / second.rows, n1: first.rows, n2: second.rows };
  const { up, down } = smallestDetectableDifference(plan, { level, power });
  return {
    interval: { ...shown, level, method: "newcombe" },
    verdictInterval: { ...judged, level, method: "miettinen-nurminen" },
    p,
    smallestDetectable: up === null || down === null ? (up ?? down) : Math.max(up, down),
  };
}
