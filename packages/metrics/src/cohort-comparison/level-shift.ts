import { binnedDistances } from "../drift/binned-distances.ts";
import type { BinnedSamples } from "../drift/binned-samples.ts";
import { levelTest } from "../drift/level-test.ts";
import { populationStability } from "../drift/population-stability.ts";
import { permutationTest } from "../inference/permutation.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { notBelowZero, type Shift } from "./number-shift.ts";
import { overResamples, type ResampleOptions } from "./two-samples.ts";

const PERMUTATIONS = 999;
/** χ² is poor where a cell expects fewer than this. */
const FEW_EXPECTED = 5;

/** Rows coded by one list of levels; NaN where missing. */
export interface CodedSamples {
  readonly levels: readonly string[];
  readonly reference: Float64Array;
  readonly here: Float64Array;
}

/** Two columns of levels, each with a list of its own, coded by one list: the reference's levels first. */
export function codedTogether(
  reference: { readonly levels: readonly string[]; readonly codes: Float64Array },
  here: { readonly levels: readonly string[]; readonly codes: Float64Array },
): CodedSamples {
  const levels = [...new Set([...reference.levels, ...here.levels])];
  const place = new Map(levels.map((level, code) => [level, code]));
  const own = here.levels.map((level) => place.get(level)!);
  return {
    levels,
    reference: reference.codes,
    here: here.codes.map((code) => (Number.isNaN(code) ? code : own[code]!)),
  };
}

/**
 * How the shares of levels differ from the reference's; missing is compared elsewhere.
 *
 * Effect: total variation, the share of patients who would have to change level, with a bootstrap interval. p: χ², by
 * permutation where a cell expects fewer than five. Undefined: NO_ROWS; CONSTANT_VALUE with one level only.
 */
export function levelShift(
  coded: CodedSamples,
  blocks: ArrayLike<number> | undefined,
  options: ResampleOptions,
): Shift | Undefined {
  const known = coded.reference.filter((code) => !Number.isNaN(code));
  const rows = [...coded.here.keys()].filter((i) => !Number.isNaN(coded.here[i]!));
  if (known.length === 0 || rows.length === 0) return undefinedBecause("NO_ROWS");
  const code = Uint32Array.from([...known, ...rows.map((i) => coded.here[i]!)]);
  const sample = Uint8Array.from(code, (_, i) => (i < known.length ? 0 : 1));
  const counted = (labels: ArrayLike<number>, times?: Float64Array): BinnedSamples => {
    const counts = [new Float64Array(coded.levels.length), new Float64Array(coded.levels.length)] as const;
    const sizes: [number, number] = [0, 0];
    for (let i = 0; i < code.length; i++) {
      const which = labels[i] === 1 ? 1 : 0;
      const weight = times?.[i] ?? 1;
      counts[which][code[i]!]! += weight;
      sizes[which] += weight;
    }
    return { reference: counts[0], current: counts[1], referenceRows: sizes[0], currentRows: sizes[1] };
  };
  const binned = counted(sample);
  const test = levelTest(binned);
  if (isUndefined(test)) return test;
  const cluster =
    blocks === undefined
      ? {}
      : { cluster: Float64Array.from(code, (_, i) => (i < known.length ? -1 : blocks[rows[i - known.length]!]!)) };
  const found = overResamples(
    { sample, ...cluster },
    (times) => {
      const distances = binnedDistances(counted(sample, times));
      return isUndefined(distances) ? distances : [distances.totalVariation];
    },
    options,
  );
  if (isUndefined(found)) return found;
  const [effect] = found;
  const distances = binnedDistances(binned);
  const stability = populationStability(binned);
  const p = blocks !== undefined ? null : sparse(binned) ? permuted(sample, counted, options.seed) : test.p;
  return {
    effect: effect!.value,
    interval: notBelowZero(effect!.interval),
    statistic: test.cramersV,
    p,
    stability: isUndefined(stability) ? null : stability,
    jensenShannon: isUndefined(distances) ? null : distances.jensenShannonDistance,
    meanShift: null,
    rows: { reference: known.length, here: rows.length },
  };
}

function sparse({ reference, current, referenceRows: n, currentRows: m }: BinnedSamples): boolean {
  const least = Math.min(n, m) / (n + m);
  return reference.some((count, level) => (count + current[level]!) * least < FEW_EXPECTED);
}

function permuted(
  sample: Uint8Array,
  counted: (labels: ArrayLike<number>) => BinnedSamples,
  seed: number,
): number | null {
  const found = permutationTest(
    Uint32Array.from(sample),
    new Uint8Array(sample.length),
    (labels) => {
      const test = levelTest(counted(labels));
      return isUndefined(test) ? test : test.chiSquared;
    },
    { seed, permutations: PERMUTATIONS },
  );
  return isUndefined(found) ? null : found.p;
}
