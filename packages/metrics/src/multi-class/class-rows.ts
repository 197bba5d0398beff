import { varianceFreedom } from "../inference/variance-freedom.ts";
import type { RowsPoint } from "../outcome-kinds/outcome-metric.ts";
import { type Reason, type Undefined, undefinedBecause } from "../result.ts";

/** One subgroup's classes and probabilities; no row lacks either. */
export interface ClassRows {
  /** Class of each row, 0 to classes − 1. */
  readonly classOf: Float64Array;
  /** `probability[k][i]`: that row i is of class k. */
  readonly probability: readonly Float64Array[];
  /** Sampling weights, > 0; absent where every row counts 1. */
  readonly weight?: Float64Array;
}

/** Rows of each class. */
export function membersOf({ classOf, probability }: ClassRows): number[][] {
  const members: number[][] = probability.map(() => []);
  for (let i = 0; i < classOf.length; i++) members[classOf[i]!]!.push(i);
  return members;
}

/** Why a measure that sets classes against each other cannot be had, if it cannot. */
export function unmet(rows: ClassRows, members: readonly (readonly number[])[]): Undefined | undefined {
  const reason: Reason | undefined =
    rows.weight !== undefined
      ? "WEIGHTED_ROWS"
      : rows.classOf.length === 0
        ? "NO_ROWS"
        : members.some((of) => of.length === 0)
          ? "ONE_CLASS"
          : undefined;
  return reason === undefined ? undefined : undefinedBecause(reason);
}

/**
 * A mean over sets of one row from each class, with its error: the classes are samples of their own, so each adds
 * n/(n − 1) Σ influence² over its rows, which for two classes is DeLong's variance. Absent where a class has one row.
 */
export function acrossClasses(
  value: number,
  influence: Float64Array,
  members: readonly (readonly number[])[],
): RowsPoint {
  if (members.some((of) => of.length < 2)) return { value };
  let variance = 0;
  let squares = 0;
  let fourths = 0;
  for (const of of members) {
    let own = 0;
    for (const i of of) {
      own += influence[i]! ** 2;
      fourths += influence[i]! ** 4;
    }
    squares += own;
    variance += (own * of.length) / (of.length - 1);
  }
  if (!(variance > 0)) return { value, standardError: 0, influence };
  const degreesOfFreedom = varianceFreedom(squares, fourths, influence.length);
  return { value, standardError: Math.sqrt(variance), influence, degreesOfFreedom };
}

/** How many of ascending `values` lie below `x`, or at most at it. */
export function countUpTo(values: Float64Array, x: number, orAt: boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < x || (orAt && values[middle] === x)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the rows of one class score above those of another, with each row's own share of the pairs it is in. */
export interface PairwiseAuroc {
  readonly value: number;
  /** Share of the other class's rows that each upper row beats, and that each lower row is beaten by; a tie is one half. */
  readonly ofUpper: Float64Array;
  readonly ofLower: Float64Array;
}

/** AUROC of telling `upper` from `lower` by a score, by DeLong's placements. */
export function pairwiseAuroc(upper: Float64Array, lower: Float64Array): PairwiseAuroc {
  const up = upper.toSorted();
  const down = lower.toSorted();
  const placed = (x: number, among: Float64Array): number =>
    (countUpTo(among, x, false) + countUpTo(among, x, true)) / 2 / among.length;
  const ofUpper = upper.map((x) => placed(x, down));
  const ofLower = lower.map((x) => 1 - placed(x, up));
  return { value: ofUpper.reduce((sum, v) => sum + v, 0) / ofUpper.length, ofUpper, ofLower };
}
