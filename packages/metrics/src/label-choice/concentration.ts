import { type Undefined, undefinedBecause } from "../result.ts";
import { inclusionInTop } from "./inclusion.ts";

/** A share with the paper's standard error and one that fits the question. */
export interface Concentration {
  readonly value: number;
  /** √(p(1 − p)/n) on all n rows, as Obermeyer printed it also for a share of the top rows, where it is far too small. */
  readonly publishedStandardError: number;
  /** Linearised for a sum in the top over the whole sum; binomial on the rows of the top for a share of them. */
  readonly standardError: number;
}

/** How many rows Obermeyer's table 2 puts in the top: the whole part of fraction × n, a product that rounding left just below a whole number counted as that number. */
export function placesInTop(fraction: number, rows: number): number {
  return Math.trunc(fraction * rows * (1 + 4 * Number.EPSILON));
}

/**
 * Share of a whole quantity (cost, avoidable cost, conditions) that falls on the `places` rows with the highest
 * prediction: how well the prediction finds it. Ties at the boundary count in expectation; rows lacking the prediction
 * or the amount are left out. `order` is the prediction's `descendingOrder` where it is known already.
 *
 * Undefined: NO_ROWS, NONE_ABOVE_THRESHOLD (no places), ZERO_DENOMINATOR (the quantity sums to 0).
 * @see Obermeyer et al. (2019) Science 366:447-453, table 2.
 */
export function concentrationInTop(
  prediction: Float64Array,
  amount: Float64Array,
  places: number,
  order?: Uint32Array,
): Concentration | Undefined {
  const ranked = prediction.map((p, i) => (Number.isNaN(amount[i]!) ? Number.NaN : p));
  const rows = countKnown(ranked);
  if (rows === 0) return undefinedBecause("NO_ROWS");
  if (!(places > 0)) return undefinedBecause("NONE_ABOVE_THRESHOLD");
  const { inclusion } = inclusionInTop(ranked, places, { order });
  let top = 0;
  let whole = 0;
  for (let i = 0; i < ranked.length; i++) {
    if (Number.isNaN(ranked[i]!)) continue;
    top += inclusion[i]! * amount[i]!;
    whole += amount[i]!;
  }
  if (!(whole > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const value = top / whole;
  let squares = 0;
  for (let i = 0; i < ranked.length; i++) {
    if (!Number.isNaN(ranked[i]!)) squares += (amount[i]! * (inclusion[i]! - value)) ** 2;
  }
  return {
    value,
    publishedStandardError: Math.sqrt(Math.max(0, value * (1 - value)) / rows),
    standardError: Math.sqrt(squares) / whole,
  };
}

/**
 * Share of a group among the `places` rows with the highest prediction; ties at the boundary count in expectation.
 *
 * Undefined: NO_ROWS, NONE_ABOVE_THRESHOLD.
 */
export function groupShareOfTop(
  prediction: Float64Array,
  member: ArrayLike<number>,
  places: number,
  order?: Uint32Array,
): Concentration | Undefined {
  const rows = countKnown(prediction);
  if (rows === 0) return undefinedBecause("NO_ROWS");
  if (!(places > 0)) return undefinedBecause("NONE_ABOVE_THRESHOLD");
  const taken = Math.min(places, rows);
  const { inclusion } = inclusionInTop(prediction, taken, { order });
  let members = 0;
  for (let i = 0; i < prediction.length; i++) if (member[i] === 1) members += inclusion[i]!;
  const value = members / taken;
  const spread = Math.max(0, value * (1 - value));
  return { value, publishedStandardError: Math.sqrt(spread / rows), standardError: Math.sqrt(spread / taken) };
}

function countKnown(values: Float64Array): number {
  let known = 0;
  for (const v of values) if (!Number.isNaN(v)) known += 1;
  return known;
}
