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
  const start = roomFor(tally, slotsOf, slots, block);
  const next = start.slice(0, slots);
  const room = start[slots]!;
  const score = new Float64Array(room);
  const [rows, weights, squares] = [tally.count, tally.weight, tally.weightSquared].map((values) => {
    if (values === undefined) return undefined;
    const sums = { negatives: new Float64Array(room), positives: new Float64Array(room) };
    next.set(start.subarray(0, slots));
    fill(tally, values, slotsOf, block, { start, next, score, ...sums });
    return sums;
  });
  return Array.from({ length: slots }, (_, slot): ScoreCounts => {
    const of = (values: Float64Array) => values.subarray(start[slot], next[slot]);
    const { negatives, positives } = weights ?? rows!;
    const counts = { score: of(score), negatives: of(negatives), positives: of(positives) };
    if (weights === undefined || squares === undefined) return counts;
    const weighted: WeightedCounts = {
      negativeRows: of(rows!.negatives),
      positiveRows: of(rows!.positives),
      negativeSquares: of(squares.negatives),
      positiveSquares: of(squares.positives),
    };
    return { ...counts, weighted };
  });
}

interface Slots {
  /** Where each slot's room starts, and where its next score goes. */
  readonly start: Uint32Array;
  readonly next: Uint32Array;
  readonly score: Float64Array;
  readonly negatives: Float64Array;
  readonly positives: Float64Array;
}

function fill(
  { score, cell, outcome }: Tally,
  values: Float64Array,
  slotsOf: readonly Uint32Array[],
  block: Uint16Array | undefined,
  into: Slots,
): void {
  const { start, next } = into;
  for (let entry = 0; entry < score.length; entry++) {
    const value = score[entry]!;
    if (Number.isNaN(value)) break;
    const of = outcome[entry]!;
    if (of === UNKNOWN) continue;
    const sums = of === EVENT ? into.positives : into.negatives;
    const slots = slotsOf[cell[entry]!]!;
    for (let i = 0; i < slots.length; i++) {
      const slot = block === undefined ? slots[i]! : block[entry]!;
      let at = next[slot]! - 1;
      if (at < start[slot]! || into.score[at] !== value) {
        next[slot] = ++at + 1;
        into.score[at] = value;
      }
      sums[at]! += values[entry]!;
    }
  }
}

/** Where each slot may start so that all its scores have room: no more than its entries, nor than there are distinct scores. */
function roomFor(
  { score, cell }: Tally,
  slotsOf: readonly Uint32Array[],
  slots: number,
  block: Uint16Array | undefined,
): Uint32Array {
  const size = new Uint32Array(slots);
  const entries = new Uint32Array(slotsOf.length);
  let distinct = 0;
  for (let entry = 0; entry < cell.length; entry++) {
    if (entry === 0 || score[entry] !== score[entry - 1]) distinct++;
    if (block === undefined) entries[cell[entry]!]!++;
    else if (slotsOf[cell[entry]!]!.length > 0) size[block[entry]!]!++;
  }
  for (const [of, inCell] of entries.entries()) for (const slot of slotsOf[of]!) size[slot]! += inCell;
  const start = new Uint32Array(slots + 1);
  for (let slot = 0; slot < slots; slot++) start[slot + 1] = start[slot]! + Math.min(size[slot]!, distinct);
  return start;
}
