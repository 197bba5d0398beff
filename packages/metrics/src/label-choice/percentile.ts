/** Where each row stands in the order of a score. */
export interface Ranking {
  /** Rank of each row, 1 for the lowest; tied rows share their average rank. NaN for a row without a score. */
  readonly rank: Float64Array;
  /** Rows with a score, or the sum of their weights: the rank scale runs to it. */
  readonly total: number;
}

/**
 * Average ranks of a score, lowest first. Rows without a score (NaN) have no rank and are not counted.
 *
 * With weights the rank of a row is the weight below it, half the weight tied with it and half a mean weight, so that
 * weights of one give ordinary ranks and the percentile does not depend on the weights' unit.
 */
export function averageRanks(score: Float64Array, weight?: Float64Array): Ranking {
  const scored: number[] = [];
  for (let i = 0; i < score.length; i++) if (!Number.isNaN(score[i]!)) scored.push(i);
  const order = Uint32Array.from(scored).sort((a, b) => (score[a]! < score[b]! ? -1 : score[a]! > score[b]! ? 1 : 0));
  const rank = new Float64Array(score.length).fill(Number.NaN);
  let total = 0;
  for (const i of order) total += weight?.[i] ?? 1;
  const unit = weight === undefined ? 1 : total / order.length;
  let below = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    let tied = 0;
    for (end = start; end < order.length && score[order[end]!] === score[order[start]!]; end++) {
      tied += weight?.[order[end]!] ?? 1;
    }
    for (let k = start; k < end; k++) rank[order[k]!] = below + (tied + unit) / 2;
    below += tied;
  }
  return { rank, total };
}

/** Percentile of each row, 100 × rank / total: above 0, at most 100. NaN for a row without a score. */
export function percentiles({ rank, total }: Ranking): Float64Array {
  return rank.map((r) => (100 * r) / total);
}

/** Bin 0 to `bins` − 1 of each row by rank, ⌈bins × rank / total⌉ − 1, as many rows in each as ties allow; −1 without a score. */
export function rankBins({ rank, total }: Ranking, bins: number): Int32Array {
  return Int32Array.from(rank, (r) => (Number.isNaN(r) ? -1 : Math.min(Math.ceil((bins * r) / total), bins) - 1));
}
