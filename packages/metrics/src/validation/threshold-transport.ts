import type { ScoreCounts } from "@auscult/core";
import { classTotals } from "../class-totals.ts";
import { expit, logit } from "../numeric/logit.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

export interface TransportedThreshold {
  /** A score at or above it is flagged. */
  readonly threshold: number;
  /** Share of all patients flagged. */
  readonly flaggedShare: number;
  /** `undefined` without an event. */
  readonly sensitivity: number | undefined;
}

/**
 * Threshold that flags no more than a share of the local patients: the lowest score that keeps to the capacity. With ties
 * the share cannot be met exactly: see what is achieved.
 *
 * A threshold chosen in these patients and then judged in them looks better than it is: choose it in others.
 *
 * Undefined  NO_ROWS; NONE_ABOVE_THRESHOLD where even the highest score is shared by more, so that only a threshold that
 *            flags nobody would do.
 */
export function thresholdAtFlaggedShare(counts: ScoreCounts, share: number): TransportedThreshold | Undefined {
  const points = fromTop(counts);
  if (points.length === 0) return undefinedBecause("NO_ROWS");
  return points.findLast((point) => point.flaggedShare <= share) ?? undefinedBecause("NONE_ABOVE_THRESHOLD");
}

/**
 * Threshold that finds at least a share of the local events: the highest score that does. Undefined: NO_ROWS; ONE_CLASS
 * without an event; ZERO_DENOMINATOR where the share is above 1.
 */
export function thresholdAtSensitivity(counts: ScoreCounts, sensitivity: number): TransportedThreshold | Undefined {
  const points = fromTop(counts);
  if (points.length === 0) return undefinedBecause("NO_ROWS");
  if (points[0]!.sensitivity === undefined) return undefinedBecause("ONE_CLASS");
  return points.find((point) => point.sensitivity! >= sensitivity) ?? undefinedBecause("ZERO_DENOMINATOR");
}

/**
 * Score at which the recalibrated risk is `risk`, given the local recalibration's intercept and slope on log odds: the
 * threshold that keeps its clinical meaning. Undefined: NOT_A_PROBABILITY where the risk is not strictly between 0 and 1;
 * ZERO_DENOMINATOR where the slope is not above 0, so that a higher score is not a higher risk.
 *
 * @see Van Calster et al (2019) BMC Med 17:230.
 */
export function thresholdAtRisk(
  { intercept, slope }: { readonly intercept: number; readonly slope: number },
  risk: number,
): number | Undefined {
  if (!(risk > 0 && risk < 1)) return undefinedBecause("NOT_A_PROBABILITY");
  if (!(slope > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  return expit((logit(risk) - intercept) / slope);
}

/** What each observed score would do as a threshold, from the highest. */
function fromTop(counts: ScoreCounts): TransportedThreshold[] {
  const { score, positives, negatives } = counts;
  const { events, nonEvents } = classTotals(counts);
  const total = events.weight + nonEvents.weight;
  const points: TransportedThreshold[] = [];
  let [found, flagged] = [0, 0];
  for (let i = score.length - 1; i >= 0; i--) {
    found += positives[i]!;
    flagged += positives[i]! + negatives[i]!;
    points.push({
      threshold: score[i]!,
      flaggedShare: flagged / total,
      sensitivity: events.weight > 0 ? found / events.weight : undefined,
    });
  }
  return points;
}
