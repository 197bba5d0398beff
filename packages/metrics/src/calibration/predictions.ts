import type { ScoreCounts } from "@auscult/core";
import { totalsOf } from "../inference/totals.ts";
import { logit } from "../numeric/logit.ts";
import { type Flag, type Undefined, undefinedBecause } from "../result.ts";

/** Why these counts cannot be read as predicted risks, or nothing. Scores ascend, so the ends tell. */
export function notPredictions({ score }: ScoreCounts): Undefined | undefined {
  if (score.length === 0) return undefinedBecause("NO_ROWS");
  const within = score[0]! >= 0 && score[score.length - 1]! <= 1;
  return within ? undefined : undefinedBecause("NOT_A_PROBABILITY");
}

/** Predictions of exactly 0 or 1 among the rows, and outcomes that contradict them. */
export interface CertainPredictions {
  /** Rows whose prediction is exactly 0 or 1. */
  readonly certainRows: number;
  /** Events predicted at 0 and non-events predicted at 1: the model called them impossible, and they happened. */
  readonly impossibleRows: number;
  /** IMPOSSIBLE_PREDICTION where there are such rows; it is critical. */
  readonly flags: readonly Flag[];
}

/**
 * Counts predictions of exactly 0 or 1. A patient who has the event at a prediction of 0 is a critical finding: no
 * recalibration of the model can ever make that prediction right.
 */
export function certainPredictions({ score, positives, negatives, weighted }: ScoreCounts): CertainPredictions {
  const events = weighted?.positiveRows ?? positives;
  const nonEvents = weighted?.negativeRows ?? negatives;
  const last = score.length - 1;
  const zeros = score[0] === 0;
  const ones = score[last] === 1;
  const impossibleRows = (zeros ? events[0]! : 0) + (ones ? nonEvents[last]! : 0);
  const certainRows = (zeros ? events[0]! + nonEvents[0]! : 0) + (ones ? events[last]! + nonEvents[last]! : 0);
  return { certainRows, impossibleRows, flags: impossibleRows > 0 ? ["IMPOSSIBLE_PREDICTION"] : [] };
}

/** Log odds of each distinct prediction, parallel to the counts' score. */
export interface LogOdds extends CertainPredictions {
  readonly logOdds: Float64Array;
}

/**
 * Log odds of the predictions. Exactly 0 and exactly 1 have none; they are read as 1/(2n) and 1 − 1/(2n) of n rows (or
 * as the nearest prediction given, where that is more extreme, so that their order stays), counted and flagged
 * CLIPPED_PROBABILITIES. Ask the vendor for the linear predictor instead, and see `withoutCertain`.
 */
export function logOddsOf(counts: ScoreCounts): LogOdds {
  const certain = certainPredictions(counts);
  const logOdds = counts.score.map((p) => logit(p));
  if (certain.certainRows === 0) return { logOdds, ...certain };
  const inside = logOdds.filter(Number.isFinite);
  const bound = -logit(1 / (2 * totalsOf(counts).rows));
  const low = Math.min(-bound, inside[0] ?? -bound);
  const high = Math.max(bound, inside[inside.length - 1] ?? bound);
  const clipped = logOdds.map((x) => Math.min(Math.max(x, low), high));
  return { ...certain, logOdds: clipped, flags: ["CLIPPED_PROBABILITIES", ...certain.flags] };
}

/** The same counts without predictions of exactly 0 or 1: the check that clipping did not make the result. */
export function withoutCertain(counts: ScoreCounts): ScoreCounts {
  const { score } = counts;
  const from = score[0] === 0 ? 1 : 0;
  const to = score[score.length - 1] === 1 ? score.length - 1 : score.length;
  const cut = (values: Float64Array) => values.slice(from, to);
  const { weighted } = counts;
  return {
    score: cut(score),
    positives: cut(counts.positives),
    negatives: cut(counts.negatives),
    ...(weighted === undefined
      ? {}
      : {
          weighted: {
            negativeRows: cut(weighted.negativeRows),
            positiveRows: cut(weighted.positiveRows),
            negativeSquares: cut(weighted.negativeSquares),
            positiveSquares: cut(weighted.positiveSquares),
          },
        }),
  };
}
