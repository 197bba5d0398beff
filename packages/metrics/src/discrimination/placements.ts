import type { ScoreCounts } from "@auscult/core";
import { runningTotal } from "../class-totals.ts";

/**
 * DeLong's placements, at each distinct score: of an event there, the share of non-events that it outranks; of a
 * non-event there, the share of events that outrank it. A tie counts one half; shares are of weight where rows are
 * weighted. Defined at every score, whether or not the class has a row there. NaN where the other class is empty.
 *
 * Linear in the number of distinct scores: `score` ascends, so one pass keeps what lies below.
 *
 * @see DeLong, DeLong & Clarke-Pearson (1988) Biometrics 44:837-845; Sun & Xu (2014) IEEE Signal Process Lett 21:1389-1393.
 */
export function placements({ negatives, positives }: ScoreCounts): {
  readonly ofEvents: Float64Array;
  readonly ofNonEvents: Float64Array;
} {
  const size = positives.length;
  const allNegatives = runningTotal(negatives);
  const allPositives = runningTotal(positives);
  const ofEvents = new Float64Array(size);
  const ofNonEvents = new Float64Array(size);
  let negativesBelow = 0;
  let positivesBelow = 0;
  for (let i = 0; i < size; i++) {
    ofEvents[i] = (negativesBelow + negatives[i]! / 2) / allNegatives;
    ofNonEvents[i] = (allPositives - positivesBelow - positives[i]! / 2) / allPositives;
    negativesBelow += negatives[i]!;
    positivesBelow += positives[i]!;
  }
  return { ofEvents, ofNonEvents };
}
