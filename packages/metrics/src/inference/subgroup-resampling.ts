import type { ScoreCounts } from "@auscult/core";
import { undefinedBecause, type Undefined } from "../result.ts";
import { type Bootstrap, bootstrap } from "./bootstrap.ts";
import { clusterDraw } from "./cluster-draw.ts";
import type { Draw } from "./draw.ts";
import type { Gathered } from "./gathered.ts";
import { multinomialDraw } from "./multinomial-draw.ts";
import { poissonDraw } from "./poisson-draw.ts";
import { entryClass, entryRows, type Resample, resampleOf } from "./resampled-counts.ts";
import { summedBlocks } from "./summed-blocks.ts";

export interface ResamplingOptions {
  readonly seed: number;
  readonly replicates: number;
  /** Keep the number of events and of non-events. */
  readonly stratified?: boolean;
}

/** A vector of statistics of a resample; NaN, or undefined as a whole, has the resample drawn anew. */
export type StatisticOfResample = (resample: Resample) => readonly number[] | Undefined;

/** More rows than this are drawn entry by entry, each a Poisson number of times. */
const MANY_ROWS = 5000;

/**
 * Bootstrap of statistics of a subgroup whose rows are independent, from its sorted entries: nothing is sorted anew.
 *
 * Rows are drawn with replacement; above 5,000 of them, and where rows are weighted, each entry is drawn a Poisson number
 * of times. A weighted entry of sum W and sum of squares V is drawn Poisson(W²/V) times and each drawing counts V/W: its
 * mean is W and its variance V, as were its rows drawn one by one. A resample that lacks a class the data have is drawn
 * anew.
 *
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap; Hanley & MacGibbon (2006) Comput Methods Programs
 *      Biomed 83:57-62.
 */
export function bootstrapRows(
  counts: ScoreCounts,
  statistic: StatisticOfResample,
  { seed, replicates, stratified = false }: ResamplingOptions,
): Bootstrap | Undefined {
  const unit = effective(counts);
  const observed = entryRows(unit);
  const size = counts.score.length;
  const whole = counts.weighted === undefined && sumOf(observed, 0, 2 * size) <= MANY_ROWS;
  const strata = stratified ? { strata: entryClass(counts) } : {};
  const draw: Draw = whole ? multinomialDraw(observed, { seed, ...strata }) : poissonDraw(observed, { seed });
  const has = [sumOf(observed, 0, size) > 0, sumOf(observed, size, 2 * size) > 0];
  return bootstrap(
    draw,
    observed,
    (multiplicity) => {
      const lacking =
        (has[0]! && !(sumOf(multiplicity, 0, size) > 0)) || (has[1]! && !(sumOf(multiplicity, size, 2 * size) > 0));
      return lacking ? undefinedBecause("ONE_CLASS") : statistic(resampleOf(unit, multiplicity));
    },
    replicates,
  );
}

/**
 * Bootstrap of statistics of a subgroup whose patients have several rows: blocks of whole patients are drawn with
 * replacement, and all rows of a block are there as often as it was drawn.
 *
 * `total`, whose distinct scores are `scores` before it is gathered, is the sum of `blocks`, which may be empty.
 * TOO_FEW_EVENTS with fewer than two that hold rows.
 *
 * @see Field & Welsh (2007) J R Stat Soc B 69:369-390.
 */
export function bootstrapBlocks(
  scores: Float64Array,
  total: Gathered,
  blocks: readonly ScoreCounts[],
  statistic: StatisticOfResample,
  { seed, replicates }: ResamplingOptions,
): Bootstrap | Undefined {
  const held = blocks.filter((block) => block.score.length > 0);
  if (held.length < 2) return undefinedBecause("TOO_FEW_EVENTS");
  const once = new Float64Array(held.length).fill(1);
  const draw = clusterDraw(
    once,
    held.map((_, b) => b),
    { seed },
  );
  const sums = summedBlocks(scores, total, held);
  const both = hasBoth(total.counts);
  return bootstrap(
    draw,
    once,
    (times) => {
      const resample = sums(times);
      return both && !hasBoth(resample.counts) ? undefinedBecause("ONE_CLASS") : statistic(resample);
    },
    replicates,
  );
}

/** Weighted counts whose rows are effective rows, so that an entry's drawings vary as its own rows would. */
function effective(counts: ScoreCounts): ScoreCounts {
  const { weighted } = counts;
  if (weighted === undefined) return counts;
  const rows = (sums: Float64Array, squares: Float64Array): Float64Array =>
    sums.map((w, i) => (w > 0 ? w ** 2 / squares[i]! : 0));
  return {
    ...counts,
    weighted: {
      ...weighted,
      negativeRows: rows(counts.negatives, weighted.negativeSquares),
      positiveRows: rows(counts.positives, weighted.positiveSquares),
    },
  };
}

function hasBoth({ negatives, positives }: ScoreCounts): boolean {
  return negatives.some((n) => n > 0) && positives.some((n) => n > 0);
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i]!;
  return sum;
}
