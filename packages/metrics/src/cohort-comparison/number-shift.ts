import { binByReference } from "../drift/binned-samples.ts";
import { binnedDistances } from "../drift/binned-distances.ts";
import { kolmogorovUpperTail } from "../drift/kolmogorov.ts";
import { locationShift } from "../drift/location-shift.ts";
import { type PopulationStability, populationStability } from "../drift/population-stability.ts";
import { permutationTest } from "../inference/permutation.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { overResamples, type ResampleOptions } from "./two-samples.ts";

const BINS = 10;
const PERMUTATIONS = 999;
/** Kolmogorov's limit is too large with ties: where even it is this small, nothing is to be gained by permuting. */
const DECISIVE = 1e-3;

/** One variable here and in the reference. */
export interface Shift {
  /** How far: of numbers the mean distance that patients moved, in the reference's standard deviations; of levels the share who would have to change level. */
  readonly effect: number;
  readonly interval: Interval | null;
  /** Kolmogorov-Smirnov distance, or Cramér's V; `null` where only a mean was published. */
  readonly statistic: number | null;
  /** Without drift; `null` where rows are not independent. */
  readonly p: number | null;
  readonly stability: PopulationStability | null;
  /** Jensen-Shannon distance over the same bins, 0 to 1. */
  readonly jensenShannon: number | null;
  /** Of numbers: difference of means in standard deviations. */
  readonly meanShift: number | null;
  readonly rows: { readonly reference: number; readonly here: number };
}

/**
 * How the distribution of a number differs from the reference's.
 *
 * Effect: Wasserstein distance over the reference's standard deviation, with a bootstrap interval. p: Kolmogorov-Smirnov,
 * by permutation where values are tied. Undefined: NO_ROWS; CONSTANT_VALUE where the reference does not vary.
 * `blocks` are those of patients here who have several rows: p is then `null`, for it would take rows as independent.
 */
export function numberShift(
  reference: Float64Array,
  here: Float64Array,
  blocks: ArrayLike<number> | undefined,
  options: ResampleOptions,
): Shift | Undefined {
  const known = reference.filter((v) => !Number.isNaN(v));
  const rows = [...here.keys()].filter((i) => !Number.isNaN(here[i]!));
  if (known.length < 2 || rows.length === 0) return undefinedBecause("NO_ROWS");
  if (known.every((v) => v === known[0])) return undefinedBecause("CONSTANT_VALUE");
  const now = Float64Array.from(rows, (i) => here[i]!);
  const all = Float64Array.from([...known, ...now]);
  const order = Uint32Array.from(all.keys()).sort((a, b) => all[a]! - all[b]!);
  const value = Float64Array.from(order, (i) => all[i]!);
  const sample = Uint8Array.from(order, (i) => (i < known.length ? 0 : 1));
  const cluster =
    blocks === undefined
      ? {}
      : { cluster: Float64Array.from(order, (i) => (i < known.length ? -1 : blocks[rows[i - known.length]!]!)) };
  const found = overResamples(
    { sample, ...cluster },
    (times) => {
      const { wasserstein, deviation } = distancesOfSorted(value, sample, times);
      return deviation > 0 ? [wasserstein / deviation] : undefinedBecause("CONSTANT_VALUE");
    },
    options,
  );
  if (isUndefined(found)) return found;
  const [effect] = found;
  const ones = new Float64Array(value.length).fill(1);
  const { kolmogorovSmirnov } = distancesOfSorted(value, sample, ones);
  const bins = binByReference(known, now, BINS);
  const stability = isUndefined(bins) ? bins : populationStability(bins);
  const distances = isUndefined(bins) ? bins : binnedDistances(bins);
  const location = locationShift(known, now);
  return {
    effect: effect!.value,
    interval: notBelowZero(effect!.interval),
    statistic: kolmogorovSmirnov,
    p: blocks === undefined ? pOf(value, sample, kolmogorovSmirnov, options.seed) : null,
    stability: isUndefined(stability) ? null : stability,
    jensenShannon: isUndefined(distances) ? null : distances.jensenShannonDistance,
    meanShift: isUndefined(location) ? null : location.standardisedDifference,
    rows: { reference: known.length, here: now.length },
  };
}

export function notBelowZero(interval: Interval | null): Interval | null {
  return interval === null ? null : { ...interval, low: Math.max(0, interval.low), high: Math.max(0, interval.high) };
}

function pOf(value: Float64Array, sample: Uint8Array, distance: number, seed: number): number | null {
  const m = sample.reduce((sum, here) => sum + here, 0);
  const n = sample.length - m;
  const p = kolmogorovUpperTail(Math.sqrt((n * m) / (n + m)) * distance);
  const tied = value.some((v, i) => i > 0 && v === value[i - 1]);
  if (!tied || p < DECISIVE) return p;
  const found = permutationTest(
    Uint32Array.from(sample),
    new Uint8Array(sample.length),
    (labels) => greatestGap(value, labels, n, m),
    { seed, permutations: PERMUTATIONS },
  );
  return isUndefined(found) ? null : found.p;
}

function greatestGap(value: Float64Array, labels: ArrayLike<number>, n: number, m: number): number {
  let [below, now, largest] = [0, 0, 0];
  for (let i = 0; i < value.length; i++) {
    if (labels[i] === 1) now += 1;
    else below += 1;
    if (i + 1 < value.length && value[i + 1] === value[i]) continue;
    largest = Math.max(largest, Math.abs(below / n - now / m));
  }
  return largest;
}

/** Distances of two samples whose rows are sorted by value together, each row counted `times`. */
export function distancesOfSorted(
  value: Float64Array,
  sample: Uint8Array,
  times: Float64Array,
): { readonly kolmogorovSmirnov: number; readonly wasserstein: number; readonly deviation: number } {
  let [n, m, sum] = [0, 0, 0];
  for (let i = 0; i < value.length; i++) {
    if (sample[i] === 1) m += times[i]!;
    else {
      n += times[i]!;
      sum += times[i]! * value[i]!;
    }
  }
  const mean = sum / n;
  let [below, now, kolmogorovSmirnov, wasserstein, squares] = [0, 0, 0, 0, 0];
  for (let i = 0; i < value.length; i++) {
    if (sample[i] === 1) now += times[i]!;
    else {
      below += times[i]!;
      squares += times[i]! * (value[i]! - mean) ** 2;
    }
    const width = i + 1 < value.length ? value[i + 1]! - value[i]! : 0;
    if (width === 0) continue;
    const gap = Math.abs(below / n - now / m);
    kolmogorovSmirnov = Math.max(kolmogorovSmirnov, gap);
    wasserstein += gap * width;
  }
  return { kolmogorovSmirnov, wasserstein, deviation: Math.sqrt(squares / (n - 1)) };
}
