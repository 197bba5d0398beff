import type { ScoreCounts } from "@auscult/core";
import { gathered } from "../inference/gathered.ts";
import { totalsOf } from "../inference/totals.ts";
import { loess } from "../numeric/loess.ts";

/** Loess takes k × n time: more distinct scores are gathered. */
const CELLS = 120;

/**
 * The loess calibration curve (degree 2, span 0.75) at predictions that ascend within those of the counts, straight
 * between the scores that it is fitted at; kept within 0 and 1, which a parabola need not.
 *
 * @see Austin & Steyerberg (2014) Stat Med 33:517-535.
 */
export function loessAt(counts: ScoreCounts, predicted: readonly number[]): number[] {
  const { counts: cells } = gathered(counts, CELLS, { cellsOf: 60, towardsTheEnd: 0.2 });
  const { score, positives, negatives } = cells;
  const { rows, weight } = totalsOf(cells);
  const mass = positives.map((n, i) => n + negatives[i]!);
  const fitted = loess({
    x: score,
    y: positives.map((n, i) => n / mass[i]!),
    count: mass.map((m) => m * (rows / weight)),
  });
  let right = 0;
  return predicted.map((p) => {
    while (right < score.length - 1 && score[right]! < p) right += 1;
    const left = Math.max(0, right - 1);
    const width = score[right]! - score[left]!;
    const share = width > 0 ? Math.min(1, Math.max(0, (p - score[left]!) / width)) : 1;
    return Math.min(1, Math.max(0, fitted[left]! + share * (fitted[right]! - fitted[left]!)));
  });
}
