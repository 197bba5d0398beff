const GROUPS = 10;

/** Rows in ten groups of about equal size by score, ascending; equal scores in one group, so there may be fewer. */
export function tenths(score: Float64Array): number[][] {
  const order = Array.from(score.keys()).sort((a, b) => score[a]! - score[b]! || a - b);
  const groups: number[][] = [];
  for (let k = 0, g = 0; k < order.length; k++) {
    const tied = k > 0 && score[order[k]!] === score[order[k - 1]!];
    if (!tied) g = Math.floor((k * GROUPS) / order.length);
    (groups[g] ??= []).push(order[k]!);
  }
  return groups.filter((group) => group !== undefined);
}
