import type { ScoreCounts } from "@auscult/core";

export interface Gathered {
  readonly counts: ScoreCounts;
  /** The cell of each of the scores gathered. */
  readonly cell: Uint32Array;
}

/**
 * Neighbouring scores gathered into cells, a cell's score being the (weighted) mean of its rows'. A cell holds at most
 * 1/`cellsOf` of the rows, and fewer towards either end: no more than the share `towardsTheEnd` of the rows beyond it, so that
 * single rows stay single there, where isotonic regression follows each of them (some 200 cells more). Counts of no
 * more distinct scores than `most` come back as they are, the same object.
 *
 * For replicates only: a statistic of 50,000 scores and of 500 means of them differ far less than two replicates do, and
 * the difference from the same statistic of the gathered data is what an interval is made of.
 */
export function gathered(
  counts: ScoreCounts,
  most: number,
  { cellsOf = most, towardsTheEnd = 0.05 }: { readonly cellsOf?: number; readonly towardsTheEnd?: number } = {},
): Gathered {
  const { score, negatives, positives, weighted } = counts;
  if (score.length <= most) return { counts, cell: Uint32Array.from(score.keys()) };
  const cell = cells(counts, cellsOf, towardsTheEnd);
  const size = cell[cell.length - 1]! + 1;
  const column = (values: Float64Array): Float64Array => {
    const out = new Float64Array(size);
    for (let i = 0; i < values.length; i++) out[cell[i]!]! += values[i]!;
    return out;
  };
  const [ofNegatives, ofPositives] = [column(negatives), column(positives)];
  const totals = column(score.map((s, i) => s * (negatives[i]! + positives[i]!)));
  const found: ScoreCounts = {
    score: totals.map((total, c) => total / (ofNegatives[c]! + ofPositives[c]!)),
    negatives: ofNegatives,
    positives: ofPositives,
    ...(weighted === undefined
      ? {}
      : {
          weighted: {
            negativeRows: column(weighted.negativeRows),
            positiveRows: column(weighted.positiveRows),
            negativeSquares: column(weighted.negativeSquares),
            positiveSquares: column(weighted.positiveSquares),
          },
        }),
  };
  return { counts: found, cell };
}

/** The cell of each score: of at most one part in `parts` of the rows, and of this share of the rows beyond it. */
function cells({ negatives, positives, weighted }: ScoreCounts, parts: number, towardsTheEnd: number): Uint32Array {
  const rowsAt = (i: number): number =>
    (weighted?.negativeRows ?? negatives)[i]! + (weighted?.positiveRows ?? positives)[i]!;
  let rows = 0;
  for (let i = 0; i < negatives.length; i++) rows += rowsAt(i);
  const of = new Uint32Array(negatives.length);
  let before = 0;
  let cell = -1;
  let held = Infinity;
  for (let i = 0; i < of.length; i++) {
    const own = rowsAt(i);
    const room = Math.min(rows / parts, towardsTheEnd * Math.min(before, rows - before - own));
    if (held + own > room) {
      cell += 1;
      held = 0;
    }
    of[i] = cell;
    held += own;
    before += own;
  }
  return of;
}
