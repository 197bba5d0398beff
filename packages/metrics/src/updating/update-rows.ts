import type { ScoreCounts } from "@auscult/core";
import { clusterDraw } from "../inference/cluster-draw.ts";
import type { Draw } from "../inference/draw.ts";
import { multinomialDraw } from "../inference/multinomial-draw.ts";

/** The rows that an update is fitted to and judged on: those with a risk strictly between 0 and 1, an outcome and all predictors. */
export interface UpdateRows {
  /** Log odds of the model's own risks. */
  readonly logOdds: Float64Array;
  /** 0 or 1. */
  readonly outcome: Float64Array;
  /** Columns of a refitted model, without the column of ones; empty where none are at hand. */
  readonly predictors: readonly Float64Array[];
  /** Block of each row's patient, where patients have several rows. */
  readonly cluster?: Float64Array;
}

/** Rows drawn anew: one by one, or whole blocks of patients. */
export function drawOf({ outcome, cluster }: UpdateRows, seed: number): Draw {
  const ones = new Float64Array(outcome.length).fill(1);
  return cluster === undefined ? multinomialDraw(ones, { seed }) : clusterDraw(ones, cluster, { seed });
}

/** Rows by ascending score: sorted once for all resamples. */
export function orderOf(score: Float64Array): Uint32Array {
  return Uint32Array.from(score.keys()).sort((a, b) => score[a]! - score[b]!);
}

/** Rows counted at each distinct score, each row as often as it was drawn (once where `times` is absent). */
export function countsOf(
  score: Float64Array,
  outcome: Float64Array,
  times?: Float64Array,
  order = orderOf(score),
): ScoreCounts {
  const distinct: number[] = [];
  const positives: number[] = [];
  const negatives: number[] = [];
  for (const row of order) {
    const weight = times?.[row] ?? 1;
    if (weight === 0) continue;
    if (distinct.length === 0 || distinct.at(-1) !== score[row]) {
      distinct.push(score[row]!);
      positives.push(0);
      negatives.push(0);
    }
    const at = distinct.length - 1;
    if (outcome[row] === 1) positives[at]! += weight;
    else negatives[at]! += weight;
  }
  return {
    score: Float64Array.from(distinct),
    positives: Float64Array.from(positives),
    negatives: Float64Array.from(negatives),
  };
}
