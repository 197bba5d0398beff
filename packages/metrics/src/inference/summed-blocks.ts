import type { ScoreCounts, WeightedCounts } from "@auscult/core";
import type { Gathered } from "./gathered.ts";
import type { Resample } from "./resampled-counts.ts";

/**
 * Sums of blocks, each so many times: a resample of whole blocks, at the scores of the gathered total. `scores` are those
 * of the total before it was gathered, every score of a block among them; their places are found once.
 */
export function summedBlocks(
  scores: Float64Array,
  { counts: total, cell }: Gathered,
  blocks: readonly ScoreCounts[],
): (times: Float64Array) => Resample {
  const size = total.score.length;
  const placesIn = blocks.map((block) => placesOf(scores, block.score).map((i) => cell[i]!));
  const places = new Uint32Array(size);
  const negatives = new Float64Array(size);
  const positives = new Float64Array(size);
  const weighted: WeightedCounts | undefined =
    total.weighted === undefined
      ? undefined
      : {
          negativeRows: new Float64Array(size),
          positiveRows: new Float64Array(size),
          negativeSquares: new Float64Array(size),
          positiveSquares: new Float64Array(size),
        };
  const add = (into: Float64Array, values: Float64Array, place: Uint32Array, by: number): void => {
    for (let i = 0; i < values.length; i++) into[place[i]!]! += by * values[i]!;
  };
  const columns = [negatives, positives, ...(weighted === undefined ? [] : Object.values(weighted))];
  return (times) => {
    for (const column of columns) column.fill(0);
    for (const [b, block] of blocks.entries()) {
      const by = times[b]!;
      if (by === 0) continue;
      add(negatives, block.negatives, placesIn[b]!, by);
      add(positives, block.positives, placesIn[b]!, by);
      if (weighted === undefined || block.weighted === undefined) continue;
      add(weighted.negativeRows, block.weighted.negativeRows, placesIn[b]!, by);
      add(weighted.positiveRows, block.weighted.positiveRows, placesIn[b]!, by);
      add(weighted.negativeSquares, block.weighted.negativeSquares, placesIn[b]!, by);
      add(weighted.positiveSquares, block.weighted.positiveSquares, placesIn[b]!, by);
    }
    let held = 0;
    for (let i = 0; i < size; i++) if (negatives[i]! > 0 || positives[i]! > 0) places[held++] = i;
    const at = places.slice(0, held);
    const kept = (column: Float64Array): Float64Array => {
      const out = new Float64Array(held);
      for (let k = 0; k < held; k++) out[k] = column[at[k]!]!;
      return out;
    };
    const counts = { score: kept(total.score), negatives: kept(negatives), positives: kept(positives) };
    if (weighted === undefined) return { counts, at };
    return {
      at,
      counts: {
        ...counts,
        weighted: {
          negativeRows: kept(weighted.negativeRows),
          positiveRows: kept(weighted.positiveRows),
          negativeSquares: kept(weighted.negativeSquares),
          positiveSquares: kept(weighted.positiveSquares),
        },
      },
    };
  };
}

/** Both ascend. */
function placesOf(all: Float64Array, some: Float64Array): Uint32Array {
  let at = 0;
  return Uint32Array.from(some, (score) => {
    while (at < all.length && all[at]! < score) at += 1;
    if (all[at] !== score) throw new RangeError(`block holds a score that the total has not: ${score}`);
    return at;
  });
}
