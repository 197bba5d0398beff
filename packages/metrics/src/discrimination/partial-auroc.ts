import type { ScoreCounts } from "@auscult/core";
import { flaggedFromTop } from "./flagged-from-top.ts";

export interface PartialArea {
  /** Area itself, between 0 and the width of the range. */
  readonly raw: number;
  /** McClish's: ½(1 + (raw − least)/(most − least)); 0.5 uninformative and 1 perfect, as for the whole area. */
  readonly standardised: number;
}

/**
 * Area under the ROC curve where the false positive rate is at most `highest`, the boundary interpolated.
 *
 * For uses that can afford only few false alarms. `highest` lies in (0, 1] and is fixed before the curve is seen: a range
 * chosen from the curve flatters it. Programs differ in which of the two numbers they print (pROC the raw one,
 * scikit-learn's `max_fpr` the standardised). Interval: bootstrap, resampling events and non-events apart.
 *
 * Needs an event and a non-event.
 *
 * @see McClish (1989) Med Decis Making 9:190-195, doi:10.1177/0272989X8900900307.
 */
export function partialAurocFpr(counts: ScoreCounts, highest: number): PartialArea {
  inUnit(highest > 0 && highest <= 1, "highest false positive rate", highest);
  const { events, nonEvents } = flaggedFromTop(counts);
  const raw = areaUpTo(shares(nonEvents), shares(events), highest);
  return standardise(raw, highest);
}

/**
 * Area of specificity over the sensitivities from `lowest` to 1: for uses that may miss few events.
 *
 * `lowest` lies in [0, 1) and is fixed beforehand. Otherwise as `partialAurocFpr`.
 *
 * @see Jiang, Metz & Nishikawa (1996) Radiology 201:745-750, doi:10.1148/radiology.201.3.8939225.
 */
export function partialAurocSensitivity(counts: ScoreCounts, lowest: number): PartialArea {
  inUnit(lowest >= 0 && lowest < 1, "lowest sensitivity", lowest);
  const { events, nonEvents } = flaggedFromTop(counts);
  // From the far end of the curve: x is the share of events missed, y the specificity.
  const missed = shares(events).map((s) => 1 - s);
  const specificity = shares(nonEvents).map((s) => 1 - s);
  return standardise(areaUpTo(missed.toReversed(), specificity.toReversed(), 1 - lowest), 1 - lowest);
}

function inUnit(holds: boolean, name: string, seen: number): void {
  if (!holds) throw new RangeError(`${name} lies outside its range: ${seen}. Give a number between 0 and 1.`);
}

/** Cumulative counts as shares of the last, from (0, …) on. */
function shares(cumulative: Float64Array): Float64Array {
  const all = cumulative.at(-1)!;
  return Float64Array.from({ length: cumulative.length + 1 }, (_, k) => (k === 0 ? 0 : cumulative[k - 1]! / all));
}

function standardise(raw: number, width: number): PartialArea {
  const least = width ** 2 / 2;
  return { raw, standardised: (1 + (raw - least) / (width - least)) / 2 };
}

/** Area under straight lines through (x, y), x ascending from 0, as far as `end`. */
function areaUpTo(x: Float64Array, y: Float64Array, end: number): number {
  let area = 0;
  for (let k = 1; k < x.length && x[k - 1]! < end; k++) {
    const width = x[k]! - x[k - 1]!;
    if (width === 0) continue;
    const part = Math.min(1, (end - x[k - 1]!) / width);
    const yEnd = y[k - 1]! + part * (y[k]! - y[k - 1]!);
    area += (part * width * (y[k - 1]! + yEnd)) / 2;
  }
  return area;
}
