import { rankScores } from "./rank-scores.ts";

const DIGIT = 65536;
/** Fewer entries than these are sorted by comparing; setting up the digits would cost more. */
const FEW = 1000;
/** Runs that agree in the leading half of the score are finished by insertion up to this length. */
const SHORT_RUN = 24;

/**
 * The order of a tally's entries: by score (NaN last), then by key. Equal entries keep their order.
 *
 * Sorted by digits from the last to the first, so in linear time: the key, then the score, by its rank where few scores
 * are distinct, otherwise by the leading half of its bits, runs of which are then finished by comparing.
 */
export function canonicalOrder(score: Float64Array, key: Uint32Array, keys: number): Uint32Array {
  const identity = new Uint32Array(score.length);
  for (let i = 0; i < identity.length; i++) identity[i] = i;
  const compare = (a: number, b: number) => compareScores(score[a]!, score[b]!) || key[a]! - key[b]! || a - b;
  if (score.length < FEW) return identity.sort(compare);

  let order = identity;
  let spare = new Uint32Array(score.length);
  const byDigit = (digits: Uint16Array, size: number) => {
    if (size <= 1) return;
    distribute(order, digits, size, spare);
    [order, spare] = [spare, order];
  };
  const digits = new Uint16Array(score.length);
  byDigit(lowHalf(key, digits), Math.min(keys, DIGIT));
  if (keys > DIGIT) byDigit(highHalf(key, digits), Math.ceil(keys / DIGIT));
  const ranked = rankScores(score);
  if (ranked !== undefined) {
    byDigit(ranked.rank, ranked.distinct.length);
    return order;
  }
  const leading = leadingBits(score);
  byDigit(lowHalf(leading, digits), DIGIT);
  byDigit(highHalf(leading, digits), DIGIT);
  finishRuns(order, leading, score, compare);
  return order;
}

function compareScores(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return a === b ? 0 : Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

function lowHalf(values: Uint32Array, into: Uint16Array): Uint16Array {
  for (let i = 0; i < values.length; i++) into[i] = values[i]!;
  return into;
}

function highHalf(values: Uint32Array, into: Uint16Array): Uint16Array {
  for (let i = 0; i < values.length; i++) into[i] = values[i]! >>> 16;
  return into;
}

/** One stable pass of a radix sort. */
function distribute(order: Uint32Array, digits: Uint16Array, size: number, into: Uint32Array): void {
  const start = new Uint32Array(size + 1);
  for (let i = 0; i < digits.length; i++) start[digits[i]! + 1]!++;
  for (let d = 1; d <= size; d++) start[d]! += start[d - 1]!;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    into[start[digits[row]!]!++] = row;
  }
}

/** The upper 32 bits of each score, turned so that they ascend with it as unsigned integers. */
function leadingBits(score: Float64Array): Uint32Array {
  const words = new Uint32Array(score.buffer, score.byteOffset, score.length * 2);
  const upper = new Uint32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1;
  const leading = new Uint32Array(score.length);
  for (let i = 0; i < leading.length; i++) {
    const word = words[2 * i + upper]!;
    leading[i] = Number.isNaN(score[i]!) ? 0xffffffff : word >>> 31 === 1 ? ~word : word | 0x80000000;
  }
  return leading;
}

function finishRuns(
  order: Uint32Array,
  leading: Uint32Array,
  score: Float64Array,
  compare: (a: number, b: number) => number,
): void {
  let start = 0;
  for (let i = 1; i <= order.length; i++) {
    if (i < order.length && leading[order[i]!] === leading[order[start]!]) continue;
    if (i - start > SHORT_RUN) order.subarray(start, i).sort(compare);
    else if (i - start > 1) insertionSort(order, start, i, score);
    start = i;
  }
}

/** By score only: the order by key was made before and insertion keeps it. */
function insertionSort(order: Uint32Array, start: number, end: number, score: Float64Array): void {
  for (let i = start + 1; i < end; i++) {
    const row = order[i]!;
    const value = score[row]!;
    let j = i - 1;
    while (j >= start && score[order[j]!]! > value) {
      order[j + 1] = order[j]!;
      j--;
    }
    order[j + 1] = row;
  }
}
