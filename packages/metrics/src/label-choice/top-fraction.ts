import { type Undefined, undefinedBecause } from "../result.ts";

/**
 * The chance of each row to be among the `places` highest values: 1 above the boundary, 0 below it, and for the rows
 * tied at the boundary the share of them that still fits. It is the expectation over all ways of breaking the ties.
 *
 * `places` is a number of rows, or of weight where rows are weighted, and need not be whole. Rows without a value (NaN)
 * have chance 0.
 */
export function inclusionInTop(values: Float64Array, places: number, weight?: Float64Array): Float64Array {
  const known: number[] = [];
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known.push(i);
  const order = Uint32Array.from(known).sort((a, b) => values[b]! - values[a]! || 0);
  const inclusion = new Float64Array(values.length);
  let left = places;
  for (let start = 0, end = 0; start < order.length && left > 0; start = end) {
    let tied = 0;
    for (end = start; end < order.length && values[order[end]!] === values[order[start]!]; end++) {
      tied += weight?.[order[end]!] ?? 1;
    }
    const share = Math.min(1, left / tied);
    for (let k = start; k < end; k++) inclusion[order[k]!] = share;
    left -= tied;
  }
  return inclusion;
}

/** Who is in the top of an order, in expectation over ties. */
export interface TopShare {
  /** Share of the group among those in the top, 0 to 1. */
  readonly share: number;
  /** Share of the group among all rows that have a value. */
  readonly baseRate: number;
  /** Rows, or weight, in the top. */
  readonly places: number;
  readonly members: number;
}

/**
 * Share of a group among the highest `fraction` of rows by a score, a label or a need.
 *
 * By the score it is who the programme takes; by a need it is who it would take if need were known exactly, an upper
 * bound on what a model trained on need could do. `member[i]` is 1 in the group and 0 outside it; ties at the boundary
 * count in expectation.
 *
 * Undefined: NO_ROWS; NONE_ABOVE_THRESHOLD where the fraction is 0.
 * @see Obermeyer, Powers, Vogeli & Mullainathan (2019) Science 366:447-453, doi:10.1126/science.aax2342.
 */
export function shareInTop(
  values: Float64Array,
  member: ArrayLike<number>,
  fraction: number,
  weight?: Float64Array,
): TopShare | Undefined {
  let rows = 0;
  let all = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    const w = weight?.[i] ?? 1;
    rows += w;
    if (member[i] === 1) all += w;
  }
  if (!(rows > 0)) return undefinedBecause("NO_ROWS");
  const places = Math.min(fraction * rows, rows);
  if (!(places > 0)) return undefinedBecause("NONE_ABOVE_THRESHOLD");
  const inclusion = inclusionInTop(values, places, weight);
  let members = 0;
  for (let i = 0; i < values.length; i++) if (member[i] === 1) members += inclusion[i]! * (weight?.[i] ?? 1);
  return { share: members / places, baseRate: all / rows, places, members };
}
