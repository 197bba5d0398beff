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
  const rows: number[] = [];
  for (let i = 0; i < score.length; i++) {
    const known = outcome[i] === EVENT || outcome[i] === NON_EVENT;
    if (known && !Number.isNaN(score[i]!) && (weight === undefined || weight[i]! > 0)) rows.push(i);
  }
  // Weights are added in ascending order too, so that the order of the rows leaves no trace in the last bit.
  rows.sort((a, b) =>
    score[a]! < score[b]! ? -1 : score[a]! > score[b]! ? 1 : (weight?.[a] ?? 1) - (weight?.[b] ?? 1),
  );
  const distinct: number[] = [];
  const sums: Sums[] = [];
  for (const row of rows) {
    const value = score[row]! + 0;
    if (distinct.length === 0 || distinct.at(-1) !== value) {
      distinct.push(value);
      sums.push({ rows: [0, 0], weight: [0, 0], squares: [0, 0] });
    }
    const at = sums.at(-1)!;
    const which = outcome[row] === EVENT ? 1 : 0;
    const w = weight?.[row] ?? 1;
    at.rows[which] += 1;
    at.weight[which] += w;
    at.squares[which] += w * w;
  }
  const column = (of: keyof Sums, which: 0 | 1): Float64Array => Float64Array.from(sums, (s) => s[of][which]);
  return {
    score: Float64Array.from(distinct),
    negatives: column("weight", 0),
    positives: column("weight", 1),
    ...(weight === undefined
      ? {}
      : {
          weighted: {
            negativeRows: column("rows", 0),
            positiveRows: column("rows", 1),
            negativeSquares: column("squares", 0),
            positiveSquares: column("squares", 1),
          },
        }),
  };
}

type Pair = [nonEvents: number, events: number];
interface Sums {
  readonly rows: Pair;
  readonly weight: Pair;
  readonly squares: Pair;
}
