import { rankScores } from "./rank-scores.ts";
import { sortPairs } from "./sort-pairs.ts";

/** Distinct pairs (score, key), sorted by score (NaN last) and then by key, and how often each occurs. */
export interface CountedPairs {
  readonly score: Float64Array;
  readonly key: Uint32Array;
  readonly count: Float64Array;
}

/**
 * Counts equal pairs. Where few scores are distinct, as they are once rounded, each pair has a place in a table and
 * nothing is sorted; otherwise the pairs are sorted. `keys` is the number of keys there may be, all below it.
 */
export function countPairs(score: Float64Array, key: Uint32Array, keys: number): CountedPairs {
  const largestTable = Math.max(1 << 16, 8 * score.length);
  const ranked = keys > largestTable ? undefined : rankScores(score);
  if (ranked !== undefined && ranked.distinct.length * keys <= largestTable)
    return countInTable(ranked.rank, ranked.distinct, key, keys);

  const missing = score.reduce((rows, value) => rows + (Number.isNaN(value) ? 1 : 0), 0);
  const sortedScore = new Float64Array(score.length).fill(Number.NaN);
  const sortedKey = new Uint32Array(score.length);
  let present = 0;
  let absent = score.length - missing;
  for (let row = 0; row < score.length; row++) {
    const at = Number.isNaN(score[row]!) ? absent++ : present++;
    sortedScore[at] = score[row]!;
    sortedKey[at] = key[row]!;
  }
  sortPairs(sortedScore.subarray(0, present), sortedKey.subarray(0, present));
  sortedKey.subarray(present).sort();
  return countRuns(sortedScore, sortedKey);
}

function countInTable(rank: Uint16Array, distinct: Float64Array, key: Uint32Array, keys: number): CountedPairs {
  const table = new Uint32Array(distinct.length * keys);
  let size = 0;
  for (let row = 0; row < rank.length; row++) {
    const at = rank[row]! * keys + key[row]!;
    if (table[at]!++ === 0) size++;
  }
  const counted = { score: new Float64Array(size), key: new Uint32Array(size), count: new Float64Array(size) };
  let entry = 0;
  for (let at = 0; at < table.length; at++) {
    if (table[at] === 0) continue;
    counted.score[entry] = distinct[Math.floor(at / keys)]!;
    counted.key[entry] = at % keys;
    counted.count[entry++] = table[at]!;
  }
  return counted;
}

/** Joins equal neighbours. */
function countRuns(score: Float64Array, key: Uint32Array): CountedPairs {
  const count = new Float64Array(score.length);
  let size = 0;
  for (let i = 0; i < score.length; i++) {
    const value = score[i]!;
    const of = key[i]!;
    const before = size - 1;
    const tied =
      size > 0 &&
      key[before] === of &&
      (score[before] === value || (Number.isNaN(value) && Number.isNaN(score[before]!)));
    if (!tied) {
      score[size] = value;
      key[size++] = of;
    }
    count[size - 1]!++;
  }
  return { score: score.slice(0, size), key: key.slice(0, size), count: count.slice(0, size) };
}
