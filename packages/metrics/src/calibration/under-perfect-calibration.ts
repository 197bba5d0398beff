import type { ScoreCounts } from "@auscult/core";
import { binomialDraw } from "../inference/binomial-draw.ts";
import { PURPOSES } from "../inference/purposes.ts";
import { randomStream } from "../inference/random-stream.ts";
import { type Resample, resampleOf } from "../inference/resampled-counts.ts";
import { quantile7 } from "../numeric/quantile.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { notPredictions } from "./predictions.ts";

/** What a calibration statistic would be by chance alone, were every prediction right. */
export interface UnderPerfectCalibration {
  readonly mean: number;
  /** Mean of its square. */
  readonly meanSquare: number;
  /** Centile (1 + level)/2, e.g. the 97.5th: a larger observed value is more than chance gives. */
  readonly upper: number;
  /** Centile (1 − level)/2. */
  readonly lower: number;
  readonly replicates: number;
  /** Replicates in which the statistic was undefined and which are not in the summary. */
  readonly undefinedReplicates: number;
}

export interface UnderPerfectCalibrationOptions {
  readonly seed: number;
  readonly replicates: number;
  readonly level: number;
}

/**
 * Simulates outcomes y ~ Bernoulli(p) at the predictions as they are and summarises statistics over them. ICI, Emax,
 * MCB and ECE cannot be negative and are above 0 for a perfect model; this is how far above.
 *
 * `statistics` gives a number for each, NaN where it has none. One summary for each, in the same order; TOO_FEW_EVENTS for
 * one that no replicate has. MISSING_INPUT for weighted counts (rows' own weights are not in them); outcomes are drawn
 * independently, which rows of one patient are not: do not use it where patients repeat.
 *
 * Each replicate has its own address (seed, replicate, purpose): any part of them can be made again alone.
 */
export function underPerfectCalibration(
  counts: ScoreCounts,
  statistics: (resample: Resample) => readonly number[],
  { seed, replicates, level }: UnderPerfectCalibrationOptions,
): (UnderPerfectCalibration | Undefined)[] | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  if (counts.weighted !== undefined) return undefinedBecause("MISSING_INPUT");
  const { score } = counts;
  const size = score.length;
  const outcomes = new Float64Array(2 * size);
  const values: number[][] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const stream = randomStream(seed, replicate, PURPOSES.perfectCalibration);
    for (let i = 0; i < size; i++) {
      const rows = counts.positives[i]! + counts.negatives[i]!;
      const events = binomialDraw(stream, rows, score[i]!);
      outcomes[i] = rows - events;
      outcomes[size + i] = events;
    }
    for (const [k, value] of statistics(resampleOf(counts, outcomes)).entries()) (values[k] ??= []).push(value);
  }
  return values.map((all) => summary(all, (1 + level) / 2));
}

function summary(all: readonly number[], p: number): UnderPerfectCalibration | Undefined {
  const values = Float64Array.from(all.filter((value) => !Number.isNaN(value))).sort();
  if (values.length === 0) return undefinedBecause("TOO_FEW_EVENTS");
  return {
    mean: values.reduce((total, value) => total + value, 0) / values.length,
    meanSquare: values.reduce((total, value) => total + value ** 2, 0) / values.length,
    upper: quantile7(values, p),
    lower: quantile7(values, 1 - p),
    replicates: values.length,
    undefinedReplicates: all.length - values.length,
  };
}
