import type { ScoreCounts } from "@auscult/core";
import { type Undefined, undefinedBecause } from "../result.ts";

/** A threshold found on a cohort, and what it flags there. */
export interface OperatingPoint {
  /** Flagged means `score >= threshold`. */
  readonly threshold: number;
  /** Rows (sum of weights) flagged, and their share. */
  readonly flagged: number;
  readonly share: number;
}

/**
 * The lowest score at which no more than `fraction` of the rows are flagged. Ties are whole, so that fewer than asked
 * for may be; where the highest score alone is too many, it is taken nonetheless, for somebody must be flagged.
 * Undefined (NO_ROWS) without rows.
 */
export function thresholdForTopFraction(counts: ScoreCounts, fraction: number): OperatingPoint | Undefined {
  return flagAtMost(counts, (flagged, all) => flagged <= fraction * all);
}

/** The lowest score at which no more than `capacity` rows are flagged; ties as in `thresholdForTopFraction`. */
export function thresholdForCapacity(counts: ScoreCounts, capacity: number): OperatingPoint | Undefined {
  return flagAtMost(counts, (flagged) => flagged <= capacity);
}

function flagAtMost(
  { score, negatives, positives }: ScoreCounts,
  fits: (flagged: number, all: number) => boolean,
): OperatingPoint | Undefined {
  let all = 0;
  for (let i = 0; i < score.length; i++) all += negatives[i]! + positives[i]!;
  if (!(all > 0)) return undefinedBecause("NO_ROWS");
  let at = score.length - 1;
  let flagged = negatives[at]! + positives[at]!;
  while (at > 0 && fits(flagged + negatives[at - 1]! + positives[at - 1]!, all)) {
    at--;
    flagged += negatives[at]! + positives[at]!;
  }
  return { threshold: score[at]!, flagged, share: flagged / all };
}
