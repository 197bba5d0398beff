import { bootstrap } from "../inference/bootstrap.ts";
import { percentileInterval } from "../inference/bootstrap-interval.ts";
import { clusterDraw } from "../inference/cluster-draw.ts";
import { multinomialDraw } from "../inference/multinomial-draw.ts";
import { gather } from "../numeric/gather.ts";
import { type Interval, isUndefined, undefinedBecause } from "../result.ts";
import { descendingOrder } from "./inclusion.ts";
import { type PlacesInput, resampledPlaces } from "./resampled-places.ts";

/** Intervals of who holds the places at one threshold; null where none can be had. */
export interface PlacesIntervals {
  /** Members of the group in the top by need less those by score. */
  readonly more: Interval | null;
  readonly shareIfNeediest: Interval | null;
  readonly shareAfterSwaps: Interval | null;
}

export interface PlacesBootstrap {
  readonly level: number;
  readonly seed: number;
  readonly replicates: number;
  /** Patients, or blocks of them, where they have several rows: drawn whole. */
  readonly cluster?: ArrayLike<number>;
}

const NONE: PlacesIntervals = { more: null, shareIfNeediest: null, shareAfterSwaps: null };

/**
 * Bootstrap by patient of the places at each threshold, rows ranked anew inside each replicate: the boundary of the top
 * is a quantile, and moves with the sample. Percentile intervals. The same replicates serve every threshold.
 *
 * Null where the programme's places cannot be had in the data, with fewer than 40 replicates, or where a replicate in a
 * hundred attempts holds nobody above the threshold.
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap, ch. 13.
 */
export function placesIntervals(
  unordered: PlacesInput,
  thresholds: readonly number[],
  { level, seed, replicates, cluster: unorderedCluster }: PlacesBootstrap,
): PlacesIntervals[] {
  // Rows in the order of the score, so that a replicate reads them one after the other.
  const order = [...descendingOrder(unordered.score), ...withoutScore(unordered.score)];
  const input: PlacesInput = {
    score: gather(unordered.score, order),
    need: gather(unordered.need, order),
    side: gather(unordered.side, order),
    ...(unordered.percentile === undefined ? {} : { percentile: gather(unordered.percentile, order) }),
  };
  const cluster = unorderedCluster === undefined ? undefined : gather(unorderedCluster, order);
  const observed = new Float64Array(input.score.length).fill(1);
  const all = thresholds.map((threshold) => resampledPlaces(input, threshold));
  const usable = all.map((of) => !isUndefined(of(observed)));
  const used = all.filter((_, k) => usable[k]);
  if (replicates === 0 || used.length === 0) return thresholds.map(() => NONE);
  const draw = cluster === undefined ? multinomialDraw(observed, { seed }) : clusterDraw(observed, cluster, { seed });
  const made = bootstrap(
    draw,
    observed,
    (times) => {
      const values: number[] = [];
      for (const of of used) {
        const places = of(times);
        if (isUndefined(places)) return undefinedBecause(places.reason);
        values.push(places.byNeed - places.byScore, places.shareIfNeediest, places.shareAfterSwaps);
      }
      return values;
    },
    replicates,
  );
  if (isUndefined(made)) return thresholds.map(() => NONE);
  const intervals = made.samples.map((sample): Interval | null => {
    const interval = percentileInterval(sample, level);
    if (interval === undefined) return null;
    const { low, high, method } = interval;
    return { low, high, level, method };
  });
  let next = 0;
  return usable.map((is): PlacesIntervals => {
    if (!is) return NONE;
    const [more, shareIfNeediest, shareAfterSwaps] = intervals.slice(next, (next += 3));
    return { more: more ?? null, shareIfNeediest: shareIfNeediest ?? null, shareAfterSwaps: shareAfterSwaps ?? null };
  });
}

function withoutScore(score: Float64Array): number[] {
  return [...score.keys()].filter((i) => Number.isNaN(score[i]!));
}
