import type { ScoreCounts } from "@auscult/core";
import { flaggedFromTop, stepArea } from "./flagged-from-top.ts";

export interface PrecisionRecallAreas {
  /** Average precision: no interpolation. The convention of Auscult. */
  readonly step: number;
  /** Straight lines between the points, from (recall 0, precision 1). Optimistic between distant points. */
  readonly trapezoidFromOne: number;
  /** Straight lines, from (recall 0, precision of the highest score). */
  readonly trapezoidHorizontal: number;
  /** Events linear in non-events between the points, integrated exactly: what a random split of tied rows would give. */
  readonly davisGoadrich: number;
}

/**
 * The areas that different programs call "AUPRC", to recognise which one a vendor has quoted. On ten patients they range
 * from 0.46 to 0.59 for one and the same score, so a figure without its convention cannot be checked.
 *
 * Needs at least one event; sums of weights where rows are weighted.
 *
 * @see Davis & Goadrich (2006) ICML 233-240, doi:10.1145/1143844.1143874; Keilwagen, Grosse & Grau (2014) PLoS ONE 9:e92209.
 */
export function precisionRecallAreas(counts: ScoreCounts): PrecisionRecallAreas {
  const { events, nonEvents } = flaggedFromTop(counts);
  const all = events.at(-1)!;
  const firstPrecision = events[0]! / (events[0]! + nonEvents[0]!);
  let fromOne = (events[0]! * (1 + firstPrecision)) / 2;
  let horizontal = events[0]! * firstPrecision;
  let interpolated = events[0]! * firstPrecision;
  for (let k = 1; k < events.length; k++) {
    const gained = events[k]! - events[k - 1]!;
    if (gained === 0) continue;
    const before = events[k - 1]! / (events[k - 1]! + nonEvents[k - 1]!);
    const after = events[k]! / (events[k]! + nonEvents[k]!);
    fromOne += (gained * (before + after)) / 2;
    horizontal += (gained * (before + after)) / 2;
    interpolated += betweenPoints(events[k - 1]!, nonEvents[k - 1]!, gained, nonEvents[k]! - nonEvents[k - 1]!);
  }
  return {
    step: stepArea(counts),
    trapezoidFromOne: fromOne / all,
    trapezoidHorizontal: horizontal / all,
    davisGoadrich: interpolated / all,
  };
}

/** ∫ events/(events + nonEvents) d(events) while non-events rise in proportion. */
function betweenPoints(events: number, nonEvents: number, moreEvents: number, moreNonEvents: number): number {
  const slope = 1 + moreNonEvents / moreEvents;
  const intercept = events + nonEvents - slope * events;
  return moreEvents / slope - (intercept / slope ** 2) * Math.log1p((slope * moreEvents) / (events + nonEvents));
}
