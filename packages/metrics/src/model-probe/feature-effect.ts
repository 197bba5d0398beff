import { type Effect, effectOf } from "../inference/effect.ts";
import type { Sampling } from "../inference/influence.ts";
import { sampleMean } from "../inference/sample-mean.ts";
import { quantile7 } from "../numeric/quantile.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** The model's answers for the same patients, one list a value at which the feature was set. */
export interface Answers {
  readonly responses: readonly Float64Array[];
  /** Weights and clusters of those patients. */
  readonly sampling: Sampling;
}

/** What the model gives at one value of the feature. */
export interface ResponseAt {
  /** Partial dependence: the mean over the same patients. */
  readonly mean: number;
  /** Individual conditional expectations, summed up: no patient's own curve is kept. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

const LOW = 0.1;
const HIGH = 0.9;

/**
 * Partial dependence, and between which values eight in ten patients' own curves lie (tenth and ninetieth centile).
 * Features that go together are torn apart: a patient may be asked about whom nobody is like.
 *
 * Undefined: NO_ROWS without patients.
 * @see Friedman (2001) Ann Stat 29:1189-1232; Goldstein et al. (2015) J Comput Graph Stat 24:44-65.
 */
export function partialDependence({ responses, sampling }: Answers): readonly ResponseAt[] | Undefined {
  const means = responses.map((values) => sampleMean(values, Array.from(values.keys()), sampling));
  if (means.length === 0 || means.includes(null)) return undefinedBecause("NO_ROWS");
  return responses.map((values, g): ResponseAt => {
    const sorted = values.filter((v) => !Number.isNaN(v)).sort();
    return {
      mean: means[g]!.value,
      low: quantile7(sorted, LOW),
      middle: quantile7(sorted, 0.5),
      high: quantile7(sorted, HIGH),
    };
  });
}

/** Change in the model's answer from one value of the feature to another, the same patients. */
export function changeBetween(
  { responses, sampling }: Answers,
  from: number,
  to: number,
  level: number,
): Effect | Undefined {
  const a = responses[from];
  const b = responses[to];
  if (a === undefined || b === undefined) return undefinedBecause("NO_ROWS");
  const moved = b.map((p, i) => p - a[i]!);
  const mean = sampleMean(moved, Array.from(moved.keys()), sampling);
  if (mean === null) return undefinedBecause("NO_ROWS");
  return effectOf(mean.value, mean.variance, { level, degreesOfFreedom: mean.degreesOfFreedom });
}

/**
 * Accumulated local effects at each edge of the grid: between two edges, only patients who are there are asked, at the one
 * edge and at the other, and the mean differences are added up. Shifted so that its mean over the patients is 0. Where
 * fewer than `support` patients are between two edges, nothing is said, nor of anything beyond.
 *
 * `values` are the patients' own; those outside the grid count with its outermost bins. Weighted where weights are given.
 * Undefined: NO_ROWS; CONSTANT_VALUE with fewer than two edges.
 * @see Apley & Zhu (2020) J R Stat Soc B 82:1059-1086.
 */
export function accumulatedLocalEffects(
  grid: readonly number[],
  values: Float64Array,
  { responses, sampling: { weight } }: Answers,
  support: number,
): readonly (number | null)[] | Undefined {
  if (grid.length < 2) return undefinedBecause("CONSTANT_VALUE");
  const bins = grid.length - 1;
  const rows = new Float64Array(bins);
  const whole = new Float64Array(bins);
  const moved = new Float64Array(bins);
  values.forEach((x, i) => {
    if (Number.isNaN(x)) return;
    const bin = binOf(grid, x);
    const step = responses[bin + 1]![i]! - responses[bin]![i]!;
    if (Number.isNaN(step)) return;
    const w = weight?.[i] ?? 1;
    rows[bin]! += 1;
    whole[bin]! += w;
    moved[bin]! += w * step;
  });
  if (!rows.some((n) => n > 0)) return undefinedBecause("NO_ROWS");
  const effects: (number | null)[] = [0];
  for (let b = 0; b < bins; b++) {
    const before = effects[b]!;
    effects.push(before === null || rows[b]! < support ? null : before + moved[b]! / whole[b]!);
  }
  let total = 0;
  let weights = 0;
  for (let b = 0; b < bins; b++) {
    const [from, to] = [effects[b]!, effects[b + 1]!];
    if (from === null || to === null) continue;
    total += (whole[b]! * (from + to)) / 2;
    weights += whole[b]!;
  }
  const centre = weights === 0 ? 0 : total / weights;
  return effects.map((effect) => (effect === null ? null : effect - centre));
}

/** The bin (from 0) between whose edges a value lies, its upper edge included; the outermost for values beyond. */
export function binOf(grid: readonly number[], value: number): number {
  let bin = 0;
  while (bin < grid.length - 2 && value > grid[bin + 1]!) bin++;
  return bin;
}
