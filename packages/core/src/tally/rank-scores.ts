const MOST_DISTINCT = 65536;
const SLOTS = 1 << 18;

/**
 * The place of each score among the distinct ones (NaN the last), or undefined where more than 65,536 are distinct.
 * Scores are usually rounded, and counting then needs no sort of the rows; where they are not, this gives up early.
 */
export function rankScores(
  score: Float64Array,
): { readonly rank: Uint16Array; readonly distinct: Float64Array } | undefined {
  const words = new Int32Array(score.buffer, score.byteOffset, score.length * 2);
  const slot = new Int32Array(SLOTS).fill(-1);
  const found: number[] = [];
  const place = new Uint16Array(score.length);
  for (let i = 0; i < score.length; i++) {
    const value = score[i]!;
    let at = Number.isNaN(value)
      ? 0
      : (Math.imul(words[2 * i]!, 0x9e3779b1) ^ Math.imul(words[2 * i + 1]!, 0x85ebca6b)) >>> 14;
    while (slot[at]! >= 0 && !same(found[slot[at]!]!, value)) at = (at + 1) & (SLOTS - 1);
    if (slot[at]! < 0) {
      if (found.length === MOST_DISTINCT) return undefined;
      slot[at] = found.push(value) - 1;
    }
    place[i] = slot[at]!;
  }
  const sorted = found.map((_, i) => i).sort((a, b) => compare(found[a]!, found[b]!));
  const rankOf = new Uint16Array(found.length);
  sorted.forEach((at, rank) => {
    rankOf[at] = rank;
  });
  for (let i = 0; i < place.length; i++) place[i] = rankOf[place[i]!]!;
  return { rank: place, distinct: Float64Array.from(sorted, (at) => found[at]!) };
}

function same(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}

function compare(a: number, b: number): number {
  return Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : a - b;
}
