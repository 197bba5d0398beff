import { type McNemar, mcNemar, type PairedTable, tangoDifference } from "../inference/paired-proportions.ts";
import { type PairedPredictiveValue, pairedPredictiveValue } from "../inference/paired-predictive-value.ts";
import type { Range } from "../inference/proportion.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** A share of two ways of reading the same people: first, second, and first less second. */
export interface PairedShare {
  readonly table: PairedTable;
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  /** Tango's score interval. */
  readonly interval: Range | Undefined;
  readonly test: McNemar;
}

export interface FullVerification {
  readonly sensitivity: PairedShare | Undefined;
  readonly specificity: PairedShare | Undefined;
  /** `ratio` is second over first. */
  readonly ppv: PairedPredictiveValue | Undefined;
}

/**
 * Two ways of reading the same people where the truth of everybody is known, by follow-up: sensitivity, specificity and
 * PPV of each, paired. One value a person: flagged (1 or 0) by each, and disease (1 or 0).
 *
 * Undefined  MISSING_INPUT where a value is neither; parts: NO_ROWS without a person with, or without, the disease.
 * Assumes    independent people.
 *
 * @see Tango (1998) Stat Med 17:891-908; Fagerland, Lydersen & Laake (2013) BMC Med Res Methodol 13:91.
 */
export function fullVerification(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  disease: ArrayLike<number>,
  level: number,
): FullVerification | Undefined {
  const diseased = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  const healthy = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (let i = 0; i < first.length; i++) {
    const values = [first[i], second[i], disease[i]];
    if (!values.every((value) => value === 0 || value === 1)) return undefinedBecause("MISSING_INPUT");
    const cell = CELLS[first[i]! * 2 + second[i]!]!;
    (disease[i] === 1 ? diseased : healthy)[cell] += 1;
  }
  // Of those without the disease, a negative reading is the right one.
  const { both, onlyFirst, onlySecond, neither } = healthy;
  const negative = { both: neither, onlyFirst: onlySecond, onlySecond: onlyFirst, neither: both };
  return {
    sensitivity: pairedShare(diseased, level),
    specificity: pairedShare(negative, level),
    ppv: pairedPredictiveValue(disease, first, second, level),
  };
}

const CELLS = ["neither", "onlySecond", "onlyFirst", "both"] as const;

/** Undefined: NO_ROWS. */
export function pairedShare(table: PairedTable, level: number): PairedShare | Undefined {
  const { both, onlyFirst, onlySecond, neither } = table;
  const n = both + onlyFirst + onlySecond + neither;
  if (n === 0) return undefinedBecause("NO_ROWS");
  const [first, second] = [(both + onlyFirst) / n, (both + onlySecond) / n];
  return {
    table,
    first,
    second,
    difference: (onlyFirst - onlySecond) / n,
    interval: tangoDifference(table, level),
    test: mcNemar(table),
  };
}
