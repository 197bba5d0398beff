import { EVENT, UNKNOWN } from "./outcome-codes.ts";
import { cellMask, type Rows } from "./subgroup.ts";
import type { Tally } from "./tally.ts";

/**
 * One subgroup's rows, counted at each distinct score. `score` ascends strictly; every array runs parallel to it.
 * Rows without a score or with an unknown outcome are not in it (`countRows` counts them).
 *
 * `negatives` and `positives` are numbers of rows or, where the cohort is weighted, sums of weights; `weighted` then
 * holds the row counts and the sums of squared weights that variances need.
 */
export interface ScoreCounts {
  readonly score: Float64Array;
  readonly negatives: Float64Array;
  readonly positives: Float64Array;
  readonly weighted?: WeightedCounts;
}

export interface WeightedCounts {
  readonly negativeRows: Float64Array;
  readonly positiveRows: Float64Array;
  readonly negativeSquares: Float64Array;
  readonly positiveSquares: Float64Array;
}

/** The counts of a subgroup, or of all the others. */
export function scoreCounts(tally: Tally, rows: Rows): ScoreCounts {
  return scoreCountsOfEach(tally, [rows])[0]!;
}

/**
 * The counts of several subgroups in one pass, which may overlap. Time and memory grow with the entries' memberships:
 * a partition (the levels of one attribute) costs as much as one subgroup of everybody.
 */
export function scoreCountsOfEach(tally: Tally, each: readonly Rows[]): ScoreCounts[] {
  return inSlots(tally, slotsOfCells(tally, each), each.length, undefined);
}

/** A subgroup's counts, and those of each block of patients in it, which sum to them; for the jackknife. */
export function scoreCountsByBlock(
  tally: Tally,
  rows: Rows,
): { readonly total: ScoreCounts; readonly blocks: readonly ScoreCounts[] } | undefined {
  if (tally.block === undefined) return undefined;
  const blocks = inSlots(tally, slotsOfCells(tally, [rows]), tally.blocks, tally.block);
  return { total: scoreCounts(tally, rows), blocks };
}

/** For each cell, the places in `each` of the subgroups that it belongs to. */
function slotsOfCells(tally: Tally, each: readonly Rows[]): Uint32Array[] {
  const masks = each.map((rows) => cellMask(tally, rows));
  return tally.cells.map((_, cell) => Uint32Array.from([...masks.keys()].filter((i) => masks[i]![cell] === 1)));
}

/** Fills `slots` score counts at once; an entry falls into the slots of its cell or, given its block, into its block's. */
function inSlots(
  tally: Tally,
  slotsOf: readonly Uint32Array[],
  slots: number,
  block: Uint16Array | undefined,
): ScoreCounts[] {
  const { score, cell, outcome, count, weight, weightSquared } = tally;
  const size = sizes(tally, slotsOf, slots, block);
  const start = new Uint32Array(slots + 1);
  for (let slot = 0; slot < slots; slot++) start[slot + 1] = start[slot]! + size[slot]!;
  const total = start[slots]!;
  const scores = new Float64Array(total);
  const pair = () => [new Float64Array(total), new Float64Array(total)] as const;
  const rows = pair();
  const weights = weight === undefined ? undefined : pair();
  const squares = weightSquared === undefined ? undefined : pair();
  const next = Int32Array.from(start, (at) => at - 1);
  for (let entry = 0; entry < score.length; entry++) {
    const value = score[entry]!;
    if (Number.isNaN(value)) break;
    const outcomeCode = outcome[entry]!;
    if (outcomeCode === UNKNOWN) continue;
    const positive = outcomeCode === EVENT ? 1 : 0;
    const into = slotsOf[cell[entry]!]!;
    for (let i = 0; i < into.length; i++) {
      const slot = block === undefined ? into[i]! : block[entry]!;
      let at = next[slot]!;
      if (at < start[slot]! || scores[at] !== value) {
        next[slot] = ++at;
        scores[at] = value;
      }
      rows[positive][at]! += count[entry]!;
      if (weights !== undefined && squares !== undefined) {
        weights[positive][at]! += weight![entry]!;
        squares[positive][at]! += weightSquared![entry]!;
      }
    }
  }
  return Array.from(size, (_, slot): ScoreCounts => {
    const of = (values: Float64Array) => values.subarray(start[slot], start[slot + 1]);
    const [negatives, positives] = weights ?? rows;
    const counts = { score: of(scores), negatives: of(negatives), positives: of(positives) };
    if (squares === undefined) return counts;
    const weighted: WeightedCounts = {
      negativeRows: of(rows[0]),
      positiveRows: of(rows[1]),
      negativeSquares: of(squares[0]),
      positiveSquares: of(squares[1]),
    };
    return { ...counts, weighted };
  });
}

/** How many distinct scores each slot will have. */
function sizes(
  { score, cell, outcome }: Tally,
  slotsOf: readonly Uint32Array[],
  slots: number,
  block: Uint16Array | undefined,
): Uint32Array {
  const size = new Uint32Array(slots);
  const last = new Float64Array(slots).fill(Number.NaN);
  for (let entry = 0; entry < score.length; entry++) {
    const value = score[entry]!;
    if (Number.isNaN(value)) break;
    if (outcome[entry] === UNKNOWN) continue;
    const into = slotsOf[cell[entry]!]!;
    for (let i = 0; i < into.length; i++) {
      const slot = block === undefined ? into[i]! : block[entry]!;
      if (last[slot] === value) continue;
      last[slot] = value;
      size[slot]!++;
    }
  }
  return size;
}
