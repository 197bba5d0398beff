import type { Curve } from "../curve.ts";
import { classTotals } from "../class-totals.ts";
import { flaggedFromTop } from "../discrimination/flagged-from-top.ts";
import { declaredPoints, withThresholds } from "./declared-points.ts";

const MOST_POINTS = 200;
const BINS = 60;

/**
 * Precision-recall curve: PPV against sensitivity over every threshold.
 *
 * To be drawn as steps, as average precision is summed: points may not be joined by straight lines. `prevalence` is the
 * line of a score that knows nothing. With more than 200 points the lowest, the highest and the last of each of 60
 * bins of sensitivity stay. `threshold` is given at the declared thresholds, which are always kept, and is null elsewhere.
 *
 * @see Davis & Goadrich (2006) ICML 233-240, doi:10.1145/1143844.1143874.
 */
export const precisionRecall: Curve = {
  id: "precisionRecall",
  name: "Precision-recall curve",
  x: "sensitivity",
  y: "ppv",
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  source: ["doi:10.1145/1143844.1143874"],

  points(counts, { thresholds }) {
    const { threshold, events, nonEvents } = flaggedFromTop(counts);
    const totals = classTotals(counts);
    const all = events.at(-1)!;
    const sensitivity = events.map((e) => e / all);
    const ppv = events.map((e, k) => e / (e + nonEvents[k]!));
    // Where nobody is flagged there is no precision, so a threshold above every score is no point.
    const declared = declaredPoints(threshold, thresholds, 0);
    const kept = withThresholds(thin(sensitivity, ppv, declared), declared);
    const prevalence = totals.events.weight / (totals.events.weight + totals.nonEvents.weight);
    return {
      columns: {
        sensitivity: kept.map(({ k }) => sensitivity[k]!),
        ppv: kept.map(({ k }) => ppv[k]!),
        prevalence: kept.map(() => prevalence),
        threshold: kept.map((p) => p.threshold),
      },
      flags: counts.score.length === 1 ? ["CONSTANT_SCORE"] : [],
    };
  },
};

function thin(sensitivity: Float64Array, ppv: Float64Array, declared: ReadonlyMap<number, unknown>): number[] {
  const size = sensitivity.length;
  if (size <= MOST_POINTS) return Array.from({ length: size }, (_, k) => k);
  const kept = new Set<number>([0, size - 1, ...[...declared.keys()].filter((k) => k >= 0)]);
  const bin = (k: number): number => Math.min(BINS - 1, Math.floor(sensitivity[k]! * BINS));
  let lowest = 0;
  let highest = 0;
  for (let k = 1; k <= size; k++) {
    if (k === size || bin(k) !== bin(k - 1)) {
      kept
        .add(lowest)
        .add(highest)
        .add(k - 1);
      lowest = k;
      highest = k;
    } else {
      if (ppv[k]! < ppv[lowest]!) lowest = k;
      if (ppv[k]! > ppv[highest]!) highest = k;
    }
  }
  return [...kept].sort((a, b) => a - b);
}
