import type { ScoreCounts } from "@auscult/core";
import { classTotals } from "../class-totals.ts";
import { errorFrom, scaled, type StandardError } from "../inference/mean-over-rows.ts";

/**
 * Standard error of average precision from what each row adds to it, prevalence and the flagged non-events included;
 * linearised where rows are weighted. Undefined classes are the caller's to exclude.
 *
 * With T and N the shares of all rows that are events, or non-events, at or above a score, an event at x adds
 * [T/(T + N) at x + Σ over events at or below x of N/(T + N)² − AP] / π, a non-event −[Σ of T/(T + N)²] / π: the
 * derivative of ∫ T/(T + N) dP(event) / π. Linear in the number of distinct scores.
 *
 * @see Hampel (1974) J Am Stat Assoc 69:383-393, influence; Boyd, Eng & Page (2013), whose √(AP(1 − AP)/events) leaves
 *      out that the prevalence and the ranks of non-events vary.
 */
export function averagePrecisionError(counts: ScoreCounts, value: number): StandardError {
  const { score, positives, negatives, weighted } = counts;
  const { events, nonEvents } = classTotals(counts);
  const weight = events.weight + nonEvents.weight;
  const prevalence = events.weight / weight;
  const size = score.length;
  const eventsFrom = shareFrom(positives, weight);
  const nonEventsFrom = shareFrom(negatives, weight);
  let squares = 0;
  let fourths = 0;
  const add = (sum: number, rows: number, contribution: number): void => {
    if (rows === 0) return;
    const square = sum * contribution ** 2;
    squares += square;
    fourths += square ** 2 / rows;
  };
  let ofEvents = 0;
  let ofNonEvents = 0;
  for (let i = 0; i < size; i++) {
    const flagged = eventsFrom[i]! + nonEventsFrom[i]!;
    const share = positives[i]! / weight;
    ofEvents += (share * nonEventsFrom[i]!) / flagged ** 2;
    ofNonEvents += (share * eventsFrom[i]!) / flagged ** 2;
    const precision = eventsFrom[i]! / flagged;
    const event = (precision + ofEvents - value) / prevalence;
    add((weighted?.positiveSquares ?? positives)[i]!, (weighted?.positiveRows ?? positives)[i]!, event);
    const nonEvent = -ofNonEvents / prevalence;
    add((weighted?.negativeSquares ?? negatives)[i]!, (weighted?.negativeRows ?? negatives)[i]!, nonEvent);
  }
  return scaled(errorFrom(squares, fourths, events.rows + nonEvents.rows), weight);
}

/**
 * About how much average precision lies above its expectation over samples: each event is counted among those flagged with
 * it, which lifts its own precision by (1 − precision) / flagged. 0.004 with 150 events, 0.02 with 16, 0.04 with 6.
 */
export function averagePrecisionBias({ positives, negatives, weighted }: ScoreCounts): number {
  const squares = weighted?.positiveSquares ?? positives;
  let events = 0;
  let flagged = 0;
  let bias = 0;
  for (let i = positives.length - 1; i >= 0; i--) {
    events += positives[i]!;
    flagged += positives[i]! + negatives[i]!;
    if (positives[i]! > 0) bias += (squares[i]! * (1 - events / flagged)) / flagged;
  }
  return bias / events;
}

/** Share of all rows at or above each score. */
function shareFrom(values: Float64Array, total: number): Float64Array {
  const out = new Float64Array(values.length);
  let above = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    above += values[i]!;
    out[i] = above / total;
  }
  return out;
}
