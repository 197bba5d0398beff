import type { ScoreCounts } from "@auscult/core";
import { notPredictions } from "../calibration/predictions.ts";
import { classTotals } from "../class-totals.ts";
import { brent } from "../numeric/root.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

export interface FlagShift {
  readonly sensitivity: number;
  readonly falsePositiveRate: number;
  /** (share flagged now − false-positive rate) / (sensitivity − false-positive rate), as it comes: below 0 or above 1
   *  says that the assumption does not hold. */
  readonly prevalence: number;
  /** The same held within 0 to 1. */
  readonly clipped: number;
}

/**
 * Prevalence among current patients without their outcomes, from how many of them the model flags (black-box shift
 * estimation).
 *
 * Valid only if patients with the event look as they did before, and so those without: only their shares changed. A
 * result outside 0 to 1 contradicts that. `current` are scores; missing ones are left out. A score at the threshold is
 * flagged.
 *
 * Undefined  ONE_CLASS where the reference lacks a class; NO_ROWS without current scores; ZERO_DENOMINATOR where the
 *            model flags events as often as non-events.
 *
 * @see Lipton, Wang & Smola (2018) ICML, PMLR 80:3122-3130.
 */
export function prevalenceFromFlags(
  reference: ScoreCounts,
  current: ArrayLike<number>,
  threshold: number,
): FlagShift | Undefined {
  const { events, nonEvents } = classTotals(reference);
  if (events.weight === 0 || nonEvents.weight === 0) return undefinedBecause("ONE_CLASS");
  const now = Float64Array.from(current).filter((v) => !Number.isNaN(v));
  if (now.length === 0) return undefinedBecause("NO_ROWS");
  const flagged = (values: Float64Array) => sum(values.filter((_, i) => reference.score[i]! >= threshold));
  const sensitivity = flagged(reference.positives) / events.weight;
  const falsePositiveRate = flagged(reference.negatives) / nonEvents.weight;
  if (sensitivity === falsePositiveRate) return undefinedBecause("ZERO_DENOMINATOR");
  const share = now.filter((v) => v >= threshold).length / now.length;
  const prevalence = (share - falsePositiveRate) / (sensitivity - falsePositiveRate);
  return { sensitivity, falsePositiveRate, prevalence, clipped: Math.min(1, Math.max(0, prevalence)) };
}

export interface RiskShift {
  readonly prevalence: number;
  /** What an event of the reference weighs among current patients, and a non-event. */
  readonly eventWeight: number;
  readonly nonEventWeight: number;
}

/**
 * Prevalence among current patients without their outcomes, from the predicted risks: where the likelihood of the
 * label-shift model is largest, which is where expectation-maximisation ends.
 *
 * Valid only if the predictions were calibrated in the reference and only the prevalence changed. `current` are
 * predictions; missing ones are left out. `referencePrevalence` is strictly between 0 and 1.
 *
 * Undefined  NO_ROWS; NOT_A_PROBABILITY; ONE_CLASS where the reference's prevalence is 0 or 1.
 *
 * @see Saerens, Latinne & Decaestecker (2002) Neural Comput 14:21-41.
 */
export function prevalenceFromRisks(referencePrevalence: number, current: ArrayLike<number>): RiskShift | Undefined {
  const risks = Float64Array.from(current).filter((v) => !Number.isNaN(v));
  const refusal = notPredictions({ score: risks.sort(), negatives: risks, positives: risks });
  if (refusal !== undefined) return refusal;
  if (!(referencePrevalence > 0 && referencePrevalence < 1)) return undefinedBecause("ONE_CLASS");
  const event = risks.map((p) => p / referencePrevalence);
  const nonEvent = risks.map((p) => (1 - p) / (1 - referencePrevalence));
  // Derivative of the log likelihood: it falls, so that one root or one end is the maximum.
  const slope = (q: number): number => sum(event.map((e, i) => (e - nonEvent[i]!) / (q * e + (1 - q) * nonEvent[i]!)));
  const prevalence = slope(0) <= 0 ? 0 : slope(1) >= 0 ? 1 : brent(slope, ...bracket(slope));
  return {
    prevalence,
    eventWeight: prevalence / referencePrevalence,
    nonEventWeight: (1 - prevalence) / (1 - referencePrevalence),
  };
}

/** Ends with a finite slope: it is infinite at 0 with a prediction of 1, and at 1 with a prediction of 0. */
function bracket(slope: (q: number) => number): [number, number] {
  let [low, high] = [0, 1];
  if (!Number.isFinite(slope(low))) for (low = 0.5; slope(low) < 0; ) low /= 2;
  if (!Number.isFinite(slope(high))) for (high = 0.5; slope(high) > 0; ) high = (1 + high) / 2;
  return [low, high];
}
