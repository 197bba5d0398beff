import { EVENT, NON_EVENT } from "@auscult/core";
import { normalQuantile, normalUpperTail } from "../numeric/normal.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { type RowPlacements, rowPlacements } from "./row-placements.ts";

export interface PairedDeLong {
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  /** Of the two AUROCs. */
  readonly covariance: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** Absent where the standard error is 0: the two scores rank these patients alike. */
  readonly test?: { readonly z: number; readonly p: number };
}

/**
 * AUROC of one score less that of another on the same patients.
 *
 * `first`, `second`, `outcome` (1 event, 0 non-event) run parallel; a row that lacks any of the three is left out.
 *
 * Undefined   ONE_CLASS without an event or non-event; TOO_FEW_EVENTS with fewer than two of either.
 * Assumes     independent rows and scores fixed beforehand: not valid for nested models fitted to these same patients
 *             (Demler 2012 Stat Med 31:2577).
 *
 * @see DeLong, DeLong & Clarke-Pearson (1988) Biometrics 44:837-845.
 */
export function delongPaired(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  outcome: ArrayLike<number>,
  level: number,
): PairedDeLong | Undefined {
  const rows = completeRows(first, second, outcome);
  const events = rows.map((i) => outcome[i]!);
  const m = events.filter((y) => y === EVENT).length;
  const n = events.length - m;
  if (m === 0 || n === 0) return undefinedBecause("ONE_CLASS");
  if (m < 2 || n < 2) return undefinedBecause("TOO_FEW_EVENTS");
  const a = rowPlacements(
    rows.map((i) => first[i]!),
    events,
  );
  const b = rowPlacements(
    rows.map((i) => second[i]!),
    events,
  );
  const difference = a.value - b.value;
  // Of the deviations' differences, so that alike scores give exactly 0.
  const apart = a.deviation.map((d, i) => d - b.deviation[i]!);
  const standardError = Math.sqrt(
    covariance({ value: 0, deviation: apart }, { value: 0, deviation: apart }, events, m, n),
  );
  const half = normalQuantile((1 + level) / 2) * standardError;
  const common = {
    first: a.value,
    second: b.value,
    difference,
    covariance: covariance(a, b, events, m, n),
    standardError,
    low: difference - half,
    high: difference + half,
  };
  if (standardError === 0) return common;
  const z = difference / standardError;
  return { ...common, test: { z, p: 2 * normalUpperTail(Math.abs(z)) } };
}

/** Covariance of two AUROCs from their rows' placements. */
export function covariance(
  a: RowPlacements,
  b: RowPlacements,
  outcome: readonly number[],
  m: number,
  n: number,
): number {
  let ofEvents = 0;
  let ofNonEvents = 0;
  for (const [i, y] of outcome.entries()) {
    const product = a.deviation[i]! * b.deviation[i]!;
    if (y === EVENT) ofEvents += product;
    else ofNonEvents += product;
  }
  return ofEvents / (m - 1) / m + ofNonEvents / (n - 1) / n;
}

/** Rows that have both scores and a known outcome. */
export function completeRows(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  outcome: ArrayLike<number>,
): number[] {
  const rows: number[] = [];
  for (let i = 0; i < outcome.length; i++) {
    const known = outcome[i] === EVENT || outcome[i] === NON_EVENT;
    if (known && !Number.isNaN(first[i]!) && !Number.isNaN(second[i]!)) rows.push(i);
  }
  return rows;
}
