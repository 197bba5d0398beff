import { binomialCdf, binomialProbability } from "../numeric/binomial.ts";
import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { moverDifference } from "./mover.ts";
import { type Range, wilsonLimits } from "./proportion.ts";
import { aboutLog } from "./proportion-ratio.ts";
import { scoreLimit } from "./score-limit.ts";

/** Two tests (models, readers) on the same rows. */
export interface PairedTable {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

export interface McNemar {
  readonly chiSquared: number;
  readonly p: number;
  readonly chiSquaredContinuity: number;
  readonly pExact: number;
  /** The default: close to its level where the exact test is timid. */
  readonly pMid: number;
}

/**
 * McNemar's test that two tests on the same rows are positive equally often. Only rows on which they disagree tell;
 * without any, every p is 1.
 *
 * @see McNemar (1947) Psychometrika 12:153-157; Fagerland, Lydersen & Laake (2013) BMC Med Res Methodol 13:91 (mid-p).
 */
export function mcNemar({ onlyFirst: b, onlySecond: c }: PairedTable): McNemar {
  const n = b + c;
  if (n === 0) return { chiSquared: 0, p: 1, chiSquaredContinuity: 0, pExact: 1, pMid: 1 };
  const chiSquared = (b - c) ** 2 / n;
  const fewer = Math.min(b, c);
  const tail = 2 * binomialCdf(fewer, n, 0.5);
  return {
    chiSquared,
    p: chiSquaredUpperTail(chiSquared, 1),
    chiSquaredContinuity: Math.max(0, Math.abs(b - c) - 1) ** 2 / n,
    pExact: Math.min(1, tail),
    pMid: Math.min(1, tail - binomialProbability(fewer, n, 0.5)),
  };
}

/**
 * Tango's score interval of the difference of two paired proportions (first − second): the default. Undefined (NO_ROWS)
 * without a row.
 *
 * @see Tango (1998) Stat Med 17:891-908.
 */
export function tangoDifference(table: PairedTable, level: number): Range | Undefined {
  const { onlyFirst: b, onlySecond: c } = table;
  const n = rowsOf(table);
  if (!(n > 0)) return undefinedBecause("NO_ROWS");
  const critical = normalQuantile((1 + level) / 2) ** 2;
  const rejected = (difference: number): boolean => {
    const middle = (2 * n - b + c) * difference - b - c;
    const end = -c * difference * (1 - difference);
    const q = largerRoot(2 * n, middle, end);
    const variance = n * Math.max(0, 2 * q + difference * (1 - difference));
    return (b - c - n * difference) ** 2 > critical * variance;
  };
  const value = (b - c) / n;
  return { low: scoreLimit(rejected, value, -1), high: scoreLimit(rejected, value, 1) };
}

/**
 * Newcombe's method 10 for the difference of two paired proportions: Wilson's limits of each, recovered with their
 * correlation, which is continuity-corrected where positive. Undefined (NO_ROWS) without a row.
 *
 * @see Newcombe (1998) Stat Med 17:2635-2650, method 10.
 */
export function newcombePairedDifference(table: PairedTable, level: number): Range | Undefined {
  const { both: a, onlyFirst: b, onlySecond: c, neither: d } = table;
  const n = rowsOf(table);
  if (!(n > 0)) return undefinedBecause("NO_ROWS");
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  const excess = a * d - b * c;
  const corrected = excess > 0 ? Math.max(excess - n / 2, 0) : excess;
  const correlation = margins > 0 ? corrected / Math.sqrt(margins) : 0;
  const first = wilsonLimits({ hits: a + b, rows: n }, level);
  const second = wilsonLimits({ hits: a + c, rows: n }, level);
  return moverDifference(first, second, correlation);
}

export interface PairedRatio {
  /** First over second; Infinity where the second is never positive. */
  readonly value: number;
  /** Of its logarithm; null where either is never positive. */
  readonly logError: number | null;
  readonly wald: Range | null;
}

/**
 * Ratio of two paired proportions (first / second), e.g. relative detection of two readers. Undefined: ZERO_DENOMINATOR
 * where neither is ever positive.
 *
 * @see Cheng & Macaluso (1997) Epidemiology 8:104-106.
 */
export function pairedRatio(table: PairedTable, level: number): PairedRatio | Undefined {
  const { both: a, onlyFirst: b, onlySecond: c } = table;
  if (a + b === 0 && a + c === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const value = (a + b) / (a + c);
  if (a + b === 0 || a + c === 0) return { value, logError: null, wald: null };
  const logError = Math.sqrt((b + c) / ((a + b) * (a + c)));
  return { value, logError, wald: aboutLog(value, logError, level) };
}

/**
 * Tang's score interval of the ratio of two paired proportions: the default. From 0 where the first is never positive, to
 * infinity where the second never is.
 *
 * @see Tang, Tang & Chan (2003) Stat Med 22:1217-1233; Nam & Blackwelder (2002) Stat Med 21:689-699.
 */
export function tangRatio(table: PairedTable, level: number): Range {
  const critical = normalQuantile((1 + level) / 2) ** 2;
  const turned = { ...table, onlyFirst: table.onlySecond, onlySecond: table.onlyFirst };
  return { low: lowerRatio(table, critical), high: 1 / lowerRatio(turned, critical) };
}

/**
 * Tang's score statistic that first / second is `ratio`: standard normal if it is, positive where the ratio is larger.
 * Undefined: ZERO_DENOMINATOR where its variance is 0.
 *
 * @see Tang, Tang & Chan (2003) Stat Med 22:1217-1233.
 */
export function tangStatistic(table: PairedTable, ratio: number): number | Undefined {
  const { excess, variance } = tangTerms(table, ratio);
  return variance > 0 ? excess / Math.sqrt(variance) : undefinedBecause("ZERO_DENOMINATOR");
}

function tangTerms({ both: a, onlyFirst: b, onlySecond: c }: PairedTable, ratio: number) {
  const first = a + b;
  const second = a + c;
  const q = largerRoot(1 + ratio, second * ratio ** 2 - (first + 2 * c), c * (1 - ratio) * (a + b + c));
  return { excess: first - second * ratio, variance: Math.max(0, (1 + ratio) * q + (a + b + c) * (ratio - 1)) };
}

/** Lower limit of first / second, sought on ratio / (1 + ratio). */
function lowerRatio(table: PairedTable, critical: number): number {
  const first = table.both + table.onlyFirst;
  const second = table.both + table.onlySecond;
  const rejected = (t: number): boolean => {
    const { excess, variance } = tangTerms(table, t / (1 - t));
    return excess ** 2 > critical * variance;
  };
  const place = first + second > 0 ? first / (first + second) : 0;
  const at = scoreLimit(rejected, place, 0);
  return at / (1 - at);
}

/** The larger root of a x² + b x + c, a > 0, without cancellation. */
function largerRoot(a: number, b: number, c: number): number {
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c));
  if (b <= 0) return (root - b) / (2 * a);
  return c === 0 ? 0 : (-2 * c) / (b + root);
}

function rowsOf({ both, onlyFirst, onlySecond, neither }: PairedTable): number {
  return both + onlyFirst + onlySecond + neither;
}
