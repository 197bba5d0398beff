import type { ScoreCounts } from "@auscult/core";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { varianceFreedom } from "./variance-freedom.ts";
import { withoutBlock } from "./without-block.ts";

/** A delete-one-block jackknife. */
export interface Jackknife {
  readonly standardError: number;
  /** Blocks that hold at least one row. */
  readonly blocksUsed: number;
  /** Of the t quantile that goes with the standard error: Satterthwaite's, at most `blocksUsed - 1`. 0 error: `blocksUsed - 1`. */
  readonly degreesOfFreedom: number;
  /** The statistic without each block, in block order; an empty block's is the total's. */
  readonly leftOut: readonly number[];
  /** Whether each block holds a row. */
  readonly occupied: readonly boolean[];
}

/**
 * Standard error of any statistic of counts, robust to patients who have several rows.
 *
 * A block is a set of whole patients, so that leaving one out leaves nobody half in: rows of one patient may depend on
 * each other in any way. Blocks without a row in this subgroup say nothing and are not counted.
 *
 * `total`      the subgroup's counts; `blocks` its parts, which sum to it, one for each block (an empty one has no scores)
 * `statistic`  counts → value; what it cannot compute it returns as `Undefined`
 * Undefined    with fewer than two blocks that hold rows (`TOO_FEW_EVENTS`), and with the statistic's own reason where
 *              it is undefined or infinite without some block: that block alone then carries, say, every event; to skip
 *              it would leave out the largest part of the variance.
 * Degrees      Satterthwaite's from the blocks' contributions: where a few blocks hold all events, about as many as those
 *              blocks, so that the interval is as wide as so few can warrant.
 * Assumes      patients are independent of each other, and blocks are many (about 40) and of similar size.
 *
 * @see Efron & Stein (1981) Ann Stat 9:586-596; Busing, Meijer & van der Leeden (1999) Stat Comput 9:3-8.
 */
export function jackknife(
  total: ScoreCounts,
  blocks: readonly ScoreCounts[],
  statistic: (counts: ScoreCounts) => number | Undefined,
): Jackknife | Undefined {
  const full = statistic(total);
  if (typeof full !== "number") return full;
  const occupied = blocks.map((block) => block.score.length > 0);
  const leftOut: number[] = [];
  for (const [b, block] of blocks.entries()) {
    const value = occupied[b] === true ? statistic(withoutBlock(total, block)) : full;
    if (typeof value !== "number") return value;
    leftOut.push(value);
  }
  return jackknifeOf(leftOut, occupied);
}

/**
 * Jackknife of a contrast of two subgroups whose patients were blocked alike: the contrast is made anew without each
 * block, so shared patients and overlapping subgroups need no covariance formula. `combine` is the contrast, e.g. a − b.
 */
export function jackknifeContrast(
  a: Jackknife | Undefined,
  b: Jackknife | Undefined,
  combine: (a: number, b: number) => number,
): Jackknife | Undefined {
  if (isUndefined(a)) return a;
  if (isUndefined(b)) return b;
  if (a.leftOut.length !== b.leftOut.length)
    throw new RangeError(`subgroups were blocked differently: ${a.leftOut.length} and ${b.leftOut.length} blocks`);
  return jackknifeOf(
    a.leftOut.map((value, i) => combine(value, b.leftOut[i]!)),
    a.occupied.map((has, i) => has || b.occupied[i] === true),
  );
}

/** Jackknife from the values without each block; all blocks hold rows where `occupied` does not say otherwise. */
export function jackknifeOf(
  leftOut: readonly number[],
  occupied: readonly boolean[] = leftOut.map(() => true),
): Jackknife | Undefined {
  const values = leftOut.filter((_, i) => occupied[i]);
  const blocksUsed = values.length;
  if (blocksUsed < 2) return undefinedBecause("TOO_FEW_EVENTS");
  if (!values.every(Number.isFinite)) return undefinedBecause("ZERO_DENOMINATOR");
  // Centred on the first value, so that equal values give a standard error of exactly 0.
  const origin = values[0]!;
  let mean = 0;
  for (const value of values) mean += (value - origin) / blocksUsed;
  let squares = 0;
  let fourths = 0;
  for (const value of values) {
    const square = (value - origin - mean) ** 2;
    squares += square;
    fourths += square ** 2;
  }
  return {
    standardError: Math.sqrt(((blocksUsed - 1) / blocksUsed) * squares),
    blocksUsed,
    degreesOfFreedom: squares > 0 ? varianceFreedom(squares, fourths, blocksUsed) : blocksUsed - 1,
    leftOut,
    occupied,
  };
}
