import { bootstrap } from "../inference/bootstrap.ts";
import { bootstrapNormalInterval } from "../inference/bootstrap-interval.ts";
import { clusterDraw } from "../inference/cluster-draw.ts";
import { multinomialDraw } from "../inference/multinomial-draw.ts";
import { type Interval, isUndefined, type Undefined } from "../result.ts";

/** Rows of the reference and of those under audit, one after the other; missing ones left out. */
export interface TwoSamples {
  /** 0 for a row of the reference, 1 for one here. */
  readonly sample: Uint8Array;
  /** Any code of the patient block of each row here; absent where rows are independent. */
  readonly cluster?: Float64Array;
}

export interface ResampleOptions {
  readonly level: number;
  readonly seed: number;
  readonly replicates: number;
}

/**
 * Statistics of two samples with bootstrap intervals: the rows of each sample drawn anew among themselves; here whole
 * blocks of patients where they have several rows. About the value less its bias, for a distance is never below 0 and
 * therefore lies too high by chance alone.
 *
 * `statistics(multiplicity)` is given how often each row is in the resample.
 */
export function overResamples(
  samples: TwoSamples,
  statistics: (multiplicity: Float64Array) => readonly number[] | Undefined,
  { level, seed, replicates }: ResampleOptions,
): readonly { readonly value: number; readonly interval: Interval | null }[] | Undefined {
  const { sample, cluster } = samples;
  const ones = new Float64Array(sample.length).fill(1);
  const draw = cluster === undefined ? multinomialDraw(ones, { seed, strata: sample }) : byBlock(samples, ones, seed);
  const found = bootstrap(draw, ones, statistics, replicates);
  if (isUndefined(found)) return found;
  return found.samples.map((drawn) => {
    const { estimate: value, sorted } = drawn;
    const made = sorted[0] === sorted.at(-1) ? undefined : bootstrapNormalInterval(drawn, level);
    const interval = made === undefined ? null : { low: made.low, high: made.high, level, method: made.method };
    return { value, interval };
  });
}

/** Each row of the reference is a cluster of its own; those here are blocks. */
function byBlock({ sample, cluster }: TwoSamples, ones: Float64Array, seed: number) {
  const codes = new Map<number, number>();
  const of = Uint32Array.from(sample, (here, row) => {
    const key = here === 1 ? cluster![row]! : -1 - row;
    const code = codes.get(key) ?? codes.size;
    codes.set(key, code);
    return code;
  });
  const strata = new Uint8Array(codes.size);
  of.forEach((code, row) => {
    strata[code] = sample[row]!;
  });
  return clusterDraw(ones, of, { seed, strata });
}
