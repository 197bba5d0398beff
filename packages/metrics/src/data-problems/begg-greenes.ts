import { expit, logit } from "../numeric/logit.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";

/** Patients with one test result (in one stratum): how many, how many had their outcome verified, and events among those. */
export interface Verified {
  readonly rows: number;
  readonly verified: number;
  readonly events: number;
}

/** Flagged and unflagged patients of one stratum; a single stratum where verification depended on the flag alone. */
export interface VerificationStratum {
  readonly flagged: Verified;
  readonly unflagged: Verified;
}

export interface CorrectedRate {
  readonly value: number;
  /** Of the log odds; absent where the rate is 0 or 1. */
  readonly logitStandardError?: number;
  readonly interval?: Interval;
}

export interface VerificationCorrected {
  readonly sensitivity: CorrectedRate;
  readonly specificity: CorrectedRate;
  readonly prevalence: number;
  /** What the verified patients alone would show: biased. Undefined without verified events or non-events. */
  readonly naiveSensitivity: number | Undefined;
  readonly naiveSpecificity: number | Undefined;
}

/**
 * Sensitivity and specificity where the outcome was looked for more often in the flagged (verification bias), after
 * Begg and Greenes: the events among the unverified are taken to be as frequent as among the verified of the same flag
 * and stratum. "Not verified" is not "negative": coercing it inflates sensitivity.
 *
 * Undefined  MISSING_INPUT where patients of some flag and stratum exist but none was verified (the data cannot say what
 *            they had); ONE_CLASS where no event, or nothing but events, is expected; NO_ROWS without patients.
 * Interval   log odds, by the delta method over the multinomial of flags and the binomials of verified outcomes.
 * Assumes    verification depends on the outcome only through the flag and the strata.
 *
 * @see Begg & Greenes (1983) Biometrics 39:207-215, doi:10.2307/2530820.
 */
export function correctForVerification(
  strata: readonly VerificationStratum[],
  level: number,
): VerificationCorrected | Undefined {
  const cells = strata.flatMap(({ flagged, unflagged }) => [
    { ...flagged, flag: true },
    { ...unflagged, flag: false },
  ]);
  const filled = cells.filter((cell) => cell.rows > 0);
  if (filled.length === 0) return undefinedBecause("NO_ROWS");
  if (filled.some((cell) => cell.verified === 0)) return undefinedBecause("MISSING_INPUT");
  const expected = (flag: boolean, event: boolean): Expected => expectedRows(filled, flag, event);
  const sensitivity = rate(expected(true, true), expected(false, true), level);
  const specificity = rate(expected(false, false), expected(true, false), level);
  if (sensitivity === undefined || specificity === undefined) return undefinedBecause("ONE_CLASS");
  const rows = filled.reduce((sum, cell) => sum + cell.rows, 0);
  const seen = (flag: boolean, event: boolean): number =>
    filled.reduce((sum, c) => sum + (c.flag === flag ? (event ? c.events : c.verified - c.events) : 0), 0);
  return {
    sensitivity,
    specificity,
    prevalence: (expected(true, true).rows + expected(false, true).rows) / rows,
    naiveSensitivity: share(seen(true, true), seen(false, true)),
    naiveSpecificity: share(seen(false, false), seen(true, false)),
  };
}

/** Rows expected in a cell had all been verified, and the variance of their logarithm. */
interface Expected {
  readonly rows: number;
  readonly logVariance: number;
}

function expectedRows(
  cells: readonly (Verified & { readonly flag: boolean })[],
  flag: boolean,
  event: boolean,
): Expected {
  let rows = 0;
  let variance = 0;
  for (const cell of cells) {
    if (cell.flag !== flag) continue;
    const p = (event ? cell.events : cell.verified - cell.events) / cell.verified;
    rows += cell.rows * p;
    variance += cell.rows * p ** 2 + (cell.rows ** 2 * p * (1 - p)) / cell.verified;
  }
  return { rows, logVariance: variance / rows ** 2 };
}

function rate(right: Expected, wrong: Expected, level: number): CorrectedRate | undefined {
  const all = right.rows + wrong.rows;
  if (!(all > 0)) return undefined;
  const value = right.rows / all;
  if (!(right.rows > 0 && wrong.rows > 0)) return { value };
  const logitStandardError = Math.sqrt(right.logVariance + wrong.logVariance);
  const reach = normalQuantile((1 + level) / 2) * logitStandardError;
  return {
    value,
    logitStandardError,
    interval: { low: expit(logit(value) - reach), high: expit(logit(value) + reach), level, method: "logit" },
  };
}

function share(part: number, rest: number): number | Undefined {
  return part + rest > 0 ? part / (part + rest) : undefinedBecause("ONE_CLASS");
}
