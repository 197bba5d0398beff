import {
  type PairedRatio,
  pairedRatio,
  type PairedTable,
  tangoDifference,
  tangRatio,
  tangStatistic,
} from "../inference/paired-proportions.ts";
import type { Range } from "../inference/proportion.ts";
import { normalUpperTail } from "../numeric/normal.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";

/** Two ways of reading the same women (or patients), e.g. a reader with AI against two readers; one value a person. */
export interface PairedReadings {
  /** 1 recalled by it, 0 not. */
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
  /** 1 where the truth was established, 0 where not: as a rule those whom neither recalls. */
  readonly verified: ArrayLike<number>;
  /** 1 or 0 where verified; not read elsewhere. */
  readonly disease: ArrayLike<number>;
}

/** First over second among the same people. */
export interface RelativeRate extends PairedRatio {
  readonly table: PairedTable;
  /** Tang's score interval: the default. */
  readonly score: Range;
}

export interface PairedScreening {
  /** Found by the first over found by the second, among people with the disease: relative sensitivity. */
  readonly truePositives: RelativeRate | Undefined;
  /** Recalled without the disease: relative false-positive rate. */
  readonly falsePositives: RelativeRate | Undefined;
  /** Recalled at all, of everybody. */
  readonly recalls: RelativeRate | Undefined;
  /** That relative sensitivity is not below 1 − margin: standard normal statistics and their one-sided p. */
  readonly nonInferiority: { readonly score: OneSided | Undefined; readonly wald: OneSided | Undefined };
  /** Diseases found per person screened, and first less second with Tango's interval. */
  readonly detection: {
    readonly first: number;
    readonly second: number;
    readonly difference: number;
    readonly interval: Range | Undefined;
  };
  /** Share with the disease of those recalled and verified; `undefined` where nobody is. */
  readonly ppv: { readonly first: number | undefined; readonly second: number | undefined };
  /** People recalled by either whose truth is not known: they are in no rate but that of recalls. */
  readonly recalledUnverified: number;
}

export interface OneSided {
  readonly z: number;
  readonly p: number;
}

/**
 * Two ways of reading the same people where the truth is known only of those that either recalls.
 *
 * Sensitivity and specificity themselves cannot be had: the disease of those whom neither recalls is unknown until it
 * shows. Their ratios can: missed diseases cancel out. If readers decide together on what the AI marks, relative
 * sensitivity is that of AI and readers, not of the AI; more slow-growing disease found counts as a gain.
 *
 * `margin` is that of the protocol, declared beforehand: relative sensitivity above 1 − margin is not inferior.
 *
 * Undefined  NO_ROWS without a person; MISSING_INPUT where a reading or verification is neither 0 nor 1, or a verified
 *            person's disease is unknown. Parts of the result as they say: ZERO_DENOMINATOR where neither finds any.
 * Assumes    independent people; "these readers" where the same few read them all.
 *
 * @see Schatzkin et al (1987) Am J Epidemiol 125:672-678; Cheng & Macaluso (1997) Epidemiology 8:104-106; Alonzo, Pepe &
 * Moskowitz (2002) Stat Med 21:835-852; Tang, Tang & Chan (2003) Stat Med 22:1217-1233; Dembrower et al (2023) Lancet
 * Digit Health 5:e703-e711.
 */
export function pairedScreening(readings: PairedReadings, margin: number, level: number): PairedScreening | Undefined {
  const { first, second, verified, disease } = readings;
  const people = first.length;
  if (people === 0) return undefinedBecause("NO_ROWS");
  if (!(margin > 0 && margin < 1)) throw new RangeError(`margin is not strictly between 0 and 1: ${margin}`);
  const [all, diseased, healthy] = [emptyTable(), emptyTable(), emptyTable()];
  let recalledUnverified = 0;
  for (let i = 0; i < people; i++) {
    const known = [first[i], second[i], verified[i]].every(isBinary);
    if (!known || (verified[i] === 1 && !isBinary(disease[i]))) return undefinedBecause("MISSING_INPUT");
    const cell = CELLS[first[i]! * 2 + second[i]!]!;
    all[cell] += 1;
    if (verified[i] === 1) (disease[i] === 1 ? diseased : healthy)[cell] += 1;
    else if (cell !== "neither") recalledUnverified += 1;
  }
  const truePositives = relativeRate(diseased, level);
  const [found, alsoFound] = [diseased.both + diseased.onlyFirst, diseased.both + diseased.onlySecond];
  const [wrong, alsoWrong] = [healthy.both + healthy.onlyFirst, healthy.both + healthy.onlySecond];
  const screened = { ...diseased, neither: people - diseased.both - diseased.onlyFirst - diseased.onlySecond };
  return {
    truePositives,
    falsePositives: relativeRate(healthy, level),
    recalls: relativeRate(all, level),
    nonInferiority: {
      score: oneSided(tangStatistic(diseased, 1 - margin)),
      wald: oneSided(waldStatistic(truePositives, 1 - margin)),
    },
    detection: {
      first: found / people,
      second: alsoFound / people,
      difference: (found - alsoFound) / people,
      interval: tangoDifference(screened, level),
    },
    ppv: { first: shareOf(found, wrong), second: shareOf(alsoFound, alsoWrong) },
    recalledUnverified,
  };
}

/** By the first's reading and then the second's. */
const CELLS = ["neither", "onlySecond", "onlyFirst", "both"] as const;

function emptyTable(): { both: number; onlyFirst: number; onlySecond: number; neither: number } {
  return { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
}

function isBinary(value: number | undefined): boolean {
  return value === 0 || value === 1;
}

function relativeRate(table: PairedTable, level: number): RelativeRate | Undefined {
  const ratio = pairedRatio(table, level);
  return isUndefined(ratio) ? ratio : { ...ratio, table, score: tangRatio(table, level) };
}

function waldStatistic(rate: RelativeRate | Undefined, least: number): number | Undefined {
  if (isUndefined(rate)) return rate;
  if (rate.logError === null || rate.logError === 0) return undefinedBecause("ZERO_DENOMINATOR");
  return Math.log(rate.value / least) / rate.logError;
}

function oneSided(z: number | Undefined): OneSided | Undefined {
  return typeof z === "number" ? { z, p: normalUpperTail(z) } : z;
}

function shareOf(part: number, others: number): number | undefined {
  return part + others > 0 ? part / (part + others) : undefined;
}
