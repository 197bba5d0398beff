import { type Effect, effectOf } from "../inference/effect.ts";
import { influenceVariance, type Sampling } from "../inference/influence.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";
import { inclusionInTop } from "./inclusion.ts";

/** Who is in the top of an order, in expectation over ties. */
export interface TopShare {
  /** Share of the group among those in the top, 0 to 1. */
  readonly share: number;
  /** Share of the group among all rows that have a value. */
  readonly baseRate: number;
  /** Rows, or weight, in the top. */
  readonly places: number;
  readonly members: number;
  /** What each row adds to the share's error; 0 for rows without a value. */
  readonly influence: Float64Array;
}

/** The group's share at the boundary is read off the rows tied there or, where they are fewer, off about this many of n. */
function boundaryRows(n: number): number {
  return Math.max(20, 2 * Math.sqrt(n));
}

/**
 * Share of a group among the highest `fraction` of rows by a score, a label or a need.
 *
 * By the score it is who the programme takes; by a need it is who it would take if need were known exactly, an upper
 * bound on what a model trained on need could do. `member[i]` is 1 in the group and 0 outside it; ties at the boundary
 * count in expectation. The linearised error counts in that another sample has another boundary, by the group's share
 * among the rows about it.
 *
 * Undefined: NO_ROWS; NONE_ABOVE_THRESHOLD where the fraction is 0.
 * @see Obermeyer, Powers, Vogeli & Mullainathan (2019) Science 366:447-453, doi:10.1126/science.aax2342.
 * @see Deville (1999) Surv Methodol 25:193-203, linearisation of statistics that rest on a quantile.
 */
export function shareInTop(
  values: Float64Array,
  member: ArrayLike<number>,
  fraction: number,
  {
    weight,
    order: given,
  }: { readonly weight?: Float64Array | undefined; readonly order?: Uint32Array | undefined } = {},
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
  const { inclusion, order, boundary } = inclusionInTop(values, places, { weight, order: given });
  let members = 0;
  for (let i = 0; i < values.length; i++) if (member[i] === 1) members += inclusion[i]! * (weight?.[i] ?? 1);
  const share = members / places;

  const spare = Math.ceil(Math.max(0, boundaryRows(order.length) - (boundary.end - boundary.start)) / 2);
  const tiedWithNext = (k: number): boolean => values[order[k]!] === values[order[k + 1]!];
  let from = Math.max(0, boundary.start - spare);
  while (from > 0 && tiedWithNext(from - 1)) from -= 1;
  let to = Math.min(order.length, boundary.end + spare);
  while (to < order.length && tiedWithNext(to - 1)) to += 1;
  let near = 0;
  let membersNear = 0;
  for (const i of order.subarray(from, to)) {
    near += weight?.[i] ?? 1;
    if (member[i] === 1) membersNear += weight?.[i] ?? 1;
  }
  const atBoundary = membersNear / near;
  const taken = places / rows;
  const influence = values.map((v, i) => {
    if (Number.isNaN(v)) return 0;
    const inGroup = member[i] === 1 ? 1 : 0;
    const term = inclusion[i]! * (inGroup - atBoundary) - taken * (share - atBoundary);
    return ((weight?.[i] ?? 1) * term) / places;
  });
  return { share, baseRate: all / rows, places, members, influence };
}

/** Interval of a share in the top, by Wilson's method on the effective rows of its linearised error. */
export function intervalOfTopShare(
  { share, places, influence }: TopShare,
  level: number,
  sampling: Sampling = {},
): Interval | null {
  const { cluster } = sampling;
  const { variance, degreesOfFreedom } = influenceVariance(influence, cluster && ((i) => cluster[i]!));
  if (!(variance >= 0) || !(degreesOfFreedom > 0)) return null;
  const critical = studentTQuantile(0.5 + level / 2, degreesOfFreedom);
  const scale = { intervalScale: "wilson", range: [0, 1] } as const;
  const point = { value: share, standardError: Math.sqrt(variance), denominator: places };
  return scaleInterval(point, scale, { level, critical }) ?? null;
}

/** How much larger a group's share is in one top than in another of the same rows; both are re-ranked in the error. */
export function topShareDifference(a: TopShare, b: TopShare, level: number, { cluster }: Sampling = {}): Effect {
  const influence = a.influence.map((u, i) => u - b.influence[i]!);
  const { variance, degreesOfFreedom } = influenceVariance(influence, cluster && ((i) => cluster[i]!));
  return effectOf(a.share - b.share, variance, { level, degreesOfFreedom });
}
