import type { ScoreCounts } from "@auscult/core";
import { classTotals } from "../class-totals.ts";
import { normalQuantile, normalUpperTail } from "../numeric/normal.ts";
import { studentTUpperTail } from "../numeric/student-t.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { delong } from "./delong.ts";

export interface UnpairedDeLong {
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  readonly standardError: number;
  /** Wald interval of the difference; where numbers are small, `moverDifference` of the two AUROC intervals is better. */
  readonly low: number;
  readonly high: number;
  /** Absent where the standard error is 0. */
  readonly test?: {
    readonly z: number;
    readonly p: number;
    /** Welch's t as pROC has it, on all patients of each subgroup. */
    readonly degreesOfFreedom: number;
    readonly pT: number;
  };
}

/**
 * AUROC of one group of patients less that of another, who share nobody.
 *
 * Undefined   ONE_CLASS without an event or non-event in either; TOO_FEW_EVENTS with fewer than two of a class.
 * Assumes     independent rows, no patient in both. For a group against a whole that contains it: `aurocVsOverall`.
 *
 * @see DeLong, DeLong & Clarke-Pearson (1988) Biometrics 44:837-845; Robin et al. (2011) BMC Bioinformatics 12:77, pROC.
 */
export function delongUnpaired(first: ScoreCounts, second: ScoreCounts, level: number): UnpairedDeLong | Undefined {
  const sizes = [classTotals(first), classTotals(second)];
  if (sizes.some(({ events, nonEvents }) => events.rows === 0 || nonEvents.rows === 0)) {
    return undefinedBecause("ONE_CLASS");
  }
  const a = delong(first);
  const b = delong(second);
  if (a.variance === undefined || b.variance === undefined) return undefinedBecause("TOO_FEW_EVENTS");
  const difference = a.value - b.value;
  const variance = a.variance + b.variance;
  const standardError = Math.sqrt(variance);
  const half = normalQuantile((1 + level) / 2) * standardError;
  const common = {
    first: a.value,
    second: b.value,
    difference,
    standardError,
    low: difference - half,
    high: difference + half,
  };
  if (variance === 0) return common;
  const [rowsOfFirst, rowsOfSecond] = sizes.map(({ events, nonEvents }) => events.rows + nonEvents.rows) as [
    number,
    number,
  ];
  const degreesOfFreedom = variance ** 2 / (a.variance ** 2 / (rowsOfFirst - 1) + b.variance ** 2 / (rowsOfSecond - 1));
  const z = difference / standardError;
  return {
    ...common,
    test: {
      z,
      p: 2 * normalUpperTail(Math.abs(z)),
      degreesOfFreedom,
      pT: 2 * studentTUpperTail(Math.abs(z), degreesOfFreedom),
    },
  };
}
