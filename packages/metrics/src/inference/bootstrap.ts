import type { Flag, Undefined } from "../result.ts";
import { isUndefined, undefinedBecause } from "../result.ts";
import { type BootstrapSample, bootstrapSample } from "./bootstrap-sample.ts";
import type { Draw } from "./draw.ts";
import { type Replicates, type ResampledStatistic, replicates } from "./replicates.ts";

/** Above this share of replicates drawn anew, the intervals speak of samples in which the statistic exists. */
const REDRAWN_SHARE = 0.01;

/** The replicates of each statistic, and what must be said of them. */
export interface Bootstrap {
  readonly samples: readonly BootstrapSample[];
  readonly replicates: number;
  readonly redrawn: number;
  readonly dropped: number;
  readonly flags: readonly Flag[];
}

/**
 * Bootstrap of a vector of statistics on one thread: the value in the data, and its replicates.
 *
 * `observed`    multiplicities of the data themselves (the rows of each entry)
 * `draw`        how a resample is made: `multinomialDraw`, `clusterDraw`, `poissonDraw`
 * Flag          REPLICATES_REDRAWN where more than 1 % of the replicates lacked, say, a class and were drawn anew
 * Undefined     where the statistic is undefined in the data.
 */
export function bootstrap(
  draw: Draw,
  observed: Float64Array,
  statistic: ResampledStatistic,
  size: number,
): Bootstrap | Undefined {
  return summariseReplicates(statistic(observed), replicates(draw, observed.length, statistic, 0, size));
}

/** The same from replicates made elsewhere, e.g. over several workers. */
export function summariseReplicates(estimates: readonly number[] | Undefined, made: Replicates): Bootstrap | Undefined {
  if (isUndefined(estimates)) return estimates;
  if (estimates.some(Number.isNaN)) return undefinedBecause("ZERO_DENOMINATOR");
  const count = made.to - made.from;
  return {
    samples: estimates.map((estimate, k) => bootstrapSample(estimate, made.values[k] ?? new Float64Array(0))),
    replicates: count,
    redrawn: made.redrawn,
    dropped: made.dropped,
    flags: made.redrawn + made.dropped > REDRAWN_SHARE * count ? ["REPLICATES_REDRAWN"] : [],
  };
}
