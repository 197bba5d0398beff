import type { ScoreCounts, WeightedCounts } from "@auscult/core";

const wholes = new WeakMap<ScoreCounts, ScoreCounts>();

/** The counts that these lack one block of, where `withoutBlock` made them. */
export function wholeOf(counts: ScoreCounts): ScoreCounts | undefined {
  return wholes.get(counts);
}

/**
 * `total` less `block`, its part: the counts had the block's patients not been seen. Scores left without a row are
 * dropped, for a score that nobody has is not a score of the subgroup. Linear in the number of distinct scores.
 *
 * A score of `block` that `total` lacks means that the two are not of one subgroup: RangeError.
 */
export function withoutBlock(total: ScoreCounts, block: ScoreCounts): ScoreCounts {
  const left = less(total, block);
  wholes.set(left, total);
  return left;
}

function less(total: ScoreCounts, block: ScoreCounts): ScoreCounts {
  const size = total.score.length;
  const kept = new Uint32Array(size);
  const blockAt = new Int32Array(size).fill(-1);
  let keptSize = 0;
  let j = 0;
  for (let i = 0; i < size; i++) {
    let rows = rowsAt(total, i);
    if (j < block.score.length && block.score[j] === total.score[i]) {
      rows -= rowsAt(block, j);
      blockAt[i] = j++;
    }
    if (rows < 0) throw new RangeError(`block holds more rows than the total at score ${total.score[i]}`);
    if (rows > 0) kept[keptSize++] = i;
  }
  if (j < block.score.length) throw new RangeError(`block holds a score that the total has not: ${block.score[j]}`);

  const column = (of: Float64Array, less: Float64Array): Float64Array => {
    const out = new Float64Array(keptSize);
    for (let k = 0; k < keptSize; k++) {
      const i = kept[k]!;
      const at = blockAt[i]!;
      out[k] = at < 0 ? of[i]! : of[i]! - less[at]!;
    }
    return out;
  };
  const score = Float64Array.from({ length: keptSize }, (_, k) => total.score[kept[k]!]!);
  if (total.weighted === undefined || block.weighted === undefined) {
    return {
      score,
      negatives: column(total.negatives, block.negatives),
      positives: column(total.positives, block.positives),
    };
  }
  const of = total.weighted;
  const off = block.weighted;
  const weighted: WeightedCounts = {
    negativeRows: column(of.negativeRows, off.negativeRows),
    positiveRows: column(of.positiveRows, off.positiveRows),
    negativeSquares: column(of.negativeSquares, off.negativeSquares),
    positiveSquares: column(of.positiveSquares, off.positiveSquares),
  };
  // A weight is a difference of sums: where no row is left, what rounding leaves is taken away.
  const emptied = (sums: Float64Array, rows: Float64Array): Float64Array =>
    sums.map((sum, k) => (rows[k] === 0 ? 0 : sum));
  return {
    score,
    negatives: emptied(column(total.negatives, block.negatives), weighted.negativeRows),
    positives: emptied(column(total.positives, block.positives), weighted.positiveRows),
    weighted: {
      ...weighted,
      negativeSquares: emptied(weighted.negativeSquares, weighted.negativeRows),
      positiveSquares: emptied(weighted.positiveSquares, weighted.positiveRows),
    },
  };
}

function rowsAt({ negatives, positives, weighted }: ScoreCounts, i: number): number {
  return weighted === undefined ? negatives[i]! + positives[i]! : weighted.negativeRows[i]! + weighted.positiveRows[i]!;
}
