import type { ScoreCounts } from "@auscult/core";

/**
 * Events and non-events at or above each distinct score, from the highest score down: what precision (events flagged /
 * flagged) and recall (events flagged / events) are made of. Sums of weights where rows are weighted.
 */
export interface Flagged {
  readonly threshold: Float64Array;
  readonly events: Float64Array;
  readonly nonEvents: Float64Array;
}

export function flaggedFromTop({ score, negatives, positives }: ScoreCounts): Flagged {
  const size = score.length;
  const threshold = new Float64Array(size);
  const events = new Float64Array(size);
  const nonEvents = new Float64Array(size);
  let eventsAbove = 0;
  let nonEventsAbove = 0;
  for (let k = 0; k < size; k++) {
    const i = size - 1 - k;
    eventsAbove += positives[i]!;
    nonEventsAbove += negatives[i]!;
    threshold[k] = score[i]!;
    events[k] = eventsAbove;
    nonEvents[k] = nonEventsAbove;
  }
  return { threshold, events, nonEvents };
}

/** Σ (R_k − R_{k−1}) P_k: average precision. NaN without an event. */
export function stepArea({ negatives, positives }: ScoreCounts): number {
  let events = 0;
  let flagged = 0;
  let area = 0;
  for (let i = positives.length - 1; i >= 0; i--) {
    events += positives[i]!;
    flagged += positives[i]! + negatives[i]!;
    if (positives[i]! > 0) area += positives[i]! * (events / flagged);
  }
  return area / events;
}
