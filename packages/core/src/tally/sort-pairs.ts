/** Shorter stretches are sorted by insertion. */
const SHORT = 24;
/** Pairs a bucket holds on average. */
const PER_BUCKET = 12;
const MOST_BUCKETS = 4096;
/** Values that crowd together again after this many divisions are left to comparing. */
const DEEPEST = 6;

/**
 * Sorts pairs (score, key) in place, by score and then by key. Scores must be finite.
 *
 * Pairs are divided into equally wide ranges of the score, again within each range until it is short, and then inserted.
 * The range of a score only decides where it is looked at: it ascends with the score, and the order is made by comparing.
 * Linear in the number of pairs where scores are spread out at any scale. All of a tie is one range, sorted by key.
 */
export function sortPairs(score: Float64Array, key: Uint32Array): void {
  divide(score, key, new Float64Array(score.length), new Uint32Array(score.length), 0, score.length, 0);
}

function divide(
  score: Float64Array,
  key: Uint32Array,
  spareScore: Float64Array,
  spareKey: Uint32Array,
  from: number,
  to: number,
  depth: number,
): void {
  if (to - from <= SHORT) {
    insert(score, key, from, to);
    return;
  }
  let low = score[from]!;
  let high = low;
  for (let i = from + 1; i < to; i++) {
    const value = score[i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  if (low === high) {
    key.subarray(from, to).sort();
    return;
  }
  const buckets = Math.min(MOST_BUCKETS, Math.ceil((to - from) / PER_BUCKET) + 1);
  const scale = (buckets - 1) / (high - low);
  if (depth === DEEPEST || !(scale > 0 && scale < Infinity)) {
    compare(score, key, from, to);
    return;
  }
  const start = new Uint32Array(buckets + 1);
  scatter(score, key, spareScore, spareKey, from, to, low, scale, start);
  for (let b = 0, begin = from; b < buckets; b++) {
    const end = start[b]!;
    if (end - begin > 1) divide(score, key, spareScore, spareKey, begin, end, depth + 1);
    begin = end;
  }
}

/** Puts each pair into its bucket; `start[b]` is then where bucket b ends. */
function scatter(
  score: Float64Array,
  key: Uint32Array,
  spareScore: Float64Array,
  spareKey: Uint32Array,
  from: number,
  to: number,
  low: number,
  scale: number,
  start: Uint32Array,
): void {
  for (let i = from; i < to; i++) start[(((score[i]! - low) * scale) >>> 0) + 1]!++;
  start[0] = from;
  for (let b = 1; b < start.length; b++) start[b]! += start[b - 1]!;
  for (let i = from; i < to; i++) {
    const value = score[i]!;
    const at = start[((value - low) * scale) >>> 0]!++;
    spareScore[at] = value;
    spareKey[at] = key[i]!;
  }
  score.set(spareScore.subarray(from, to), from);
  key.set(spareKey.subarray(from, to), from);
}

function insert(score: Float64Array, key: Uint32Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const value = score[i]!;
    const of = key[i]!;
    let j = i - 1;
    while (j >= from && (score[j]! > value || (score[j] === value && key[j]! > of))) {
      score[j + 1] = score[j]!;
      key[j + 1] = key[j]!;
      j--;
    }
    score[j + 1] = value;
    key[j + 1] = of;
  }
}

function compare(score: Float64Array, key: Uint32Array, from: number, to: number): void {
  const scores = score.slice(from, to);
  const keys = key.slice(from, to);
  const order = new Uint32Array(to - from).map((_, i) => i);
  order.sort((a, b) => (scores[a]! < scores[b]! ? -1 : scores[a]! > scores[b]! ? 1 : keys[a]! - keys[b]!));
  order.forEach((at, i) => {
    score[from + i] = scores[at]!;
    key[from + i] = keys[at]!;
  });
}
