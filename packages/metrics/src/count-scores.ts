import { EVENT, NON_EVENT, type ScoreCounts } from "@auscult/core";

/**
 * Rows counted at each distinct score: the way in for whoever has arrays and no tally.
 *
 * `score`    any numbers, in any order; -0 counts as 0
 * `outcome`  1 event, 0 non-event, parallel to `score`
 * `weight`   sampling weights, parallel; absent where every row counts 1
 *
 * Rows with a missing score (NaN), an outcome that is neither 0 nor 1, or a weight that is not greater than 0 are not
 * counted: they are nobody's event or non-event. The caller reports how many they are.
 */
export function countScores(
  score: ArrayLike<number>,
  outcome: ArrayLike<number>,
  weight?: ArrayLike<number>,
): ScoreCounts {
  const rows = Uint32Array.from(score, (_, i) => i).filter((i) => {
    const known = outcome[i] === EVENT || outcome[i] === NON_EVENT;
    return known && !Number.isNaN(score[i]!) && (weight === undefined || weight[i]! > 0);
  });
  // Weights are added in ascending order too, so that the order of the rows leaves no trace in the last bit.
  rows.sort((a, b) => ascending(score[a]!, score[b]!) || (weight === undefined ? 0 : weight[a]! - weight[b]!));
  const place = new Uint32Array(rows.length);
  const distinct: number[] = [];
  for (let k = 0; k < rows.length; k++) {
    const value = score[rows[k]!]! + 0;
    if (distinct.length === 0 || distinct.at(-1) !== value) distinct.push(value);
    place[k] = distinct.length - 1;
  }
  const column = (of: typeof EVENT | typeof NON_EVENT, amount: (row: number) => number): Float64Array => {
    const sums = new Float64Array(distinct.length);
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k]!;
      if (outcome[row] === of) sums[place[k]!]! += amount(row);
    }
    return sums;
  };
  const one = (): number => 1;
  const counts = { score: Float64Array.from(distinct) };
  if (weight === undefined) return { ...counts, negatives: column(NON_EVENT, one), positives: column(EVENT, one) };
  const once = (row: number): number => weight[row]!;
  const squared = (row: number): number => weight[row]! ** 2;
  return {
    ...counts,
    negatives: column(NON_EVENT, once),
    positives: column(EVENT, once),
    weighted: {
      negativeRows: column(NON_EVENT, one),
      positiveRows: column(EVENT, one),
      negativeSquares: column(NON_EVENT, squared),
      positiveSquares: column(EVENT, squared),
    },
  };
}

/** Not a difference: infinite scores have none. */
function ascending(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
