import { cellMask, type Rows } from "./subgroup.ts";
import type { Tally } from "./tally.ts";

/** A continuous label in a subgroup at each distinct score, ascending; rows without the label or without a score are not in it. */
export interface LabelCounts {
  readonly score: Float64Array;
  /** Rows that have the label, the sum of its values and of their squares. Weights do not enter. */
  readonly count: Float64Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
}

/** The label `id` of a subgroup's rows, whatever their outcome. */
export function labelCounts(tally: Tally, id: string, rows: Rows): LabelCounts {
  const moments = tally.labels.get(id);
  if (moments === undefined) throw new RangeError(`the tally has no label "${id}"`);
  const mask = cellMask(tally, rows);
  const { score, cell } = tally;
  const at = new Float64Array(score.length);
  const sums = [
    new Float64Array(score.length),
    new Float64Array(score.length),
    new Float64Array(score.length),
  ] as const;
  let size = 0;
  for (let entry = 0; entry < score.length; entry++) {
    const value = score[entry]!;
    if (Number.isNaN(value)) break;
    if (mask[cell[entry]!] === 0 || moments.count[entry] === 0) continue;
    if (size === 0 || at[size - 1] !== value) at[size++] = value;
    sums[0][size - 1]! += moments.count[entry]!;
    sums[1][size - 1]! += moments.sum[entry]!;
    sums[2][size - 1]! += moments.sumOfSquares[entry]!;
  }
  const [count, sum, sumOfSquares] = sums.map((values) => values.slice(0, size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { score: at.slice(0, size), count, sum, sumOfSquares };
}
