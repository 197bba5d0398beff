import { normalQuantile } from "../numeric/normal.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { Proportion, Range } from "./proportion.ts";
import { scoreLimit } from "./score-limit.ts";

/**
 * Koopman's score interval of a ratio of two independent proportions (first / second): the default. It exists for any
 * counts: from 0 where the first has no hit, to infinity where the second has none, all of it where neither has.
 * Undefined (NO_ROWS) where a side is empty.
 *
 * @see Koopman (1984) Biometrics 40:513-517.
 */
export function koopmanRatio(first: Proportion, second: Proportion, level: number): Range | Undefined {
  return scoreRatio(first, second, level, 1);
}

/** The same with Miettinen and Nurminen's N/(N − 1). @see Miettinen & Nurminen (1985) Stat Med 4:213-226. */
export function miettinenNurminenRatio(first: Proportion, second: Proportion, level: number): Range | Undefined {
  const rows = first.rows + second.rows;
  return scoreRatio(first, second, level, rows / (rows - 1));
}

function scoreRatio(first: Proportion, second: Proportion, level: number, inflation: number): Range | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  const critical = normalQuantile((1 + level) / 2) ** 2 * inflation;
  const low = lowerRatio(first, second, critical);
  return { low, high: 1 / lowerRatio(second, first, critical) };
}

/** Lower limit of first / second; the upper one is that of second / first, turned over. Sought on ratio / (1 + ratio). */
function lowerRatio(first: Proportion, second: Proportion, critical: number): number {
  const p = first.hits / first.rows;
  const q = second.hits / second.rows;
  const place = p + q > 0 ? p / (p + q) : 0;
  const at = scoreLimit((t) => rejectsRatio(first, second, t, critical), place, 0);
  return at / (1 - at);
}

/** Whether the score test rejects the ratio t / (1 − t). Everything is times 1 − t, so that no ratio is too large. */
function rejectsRatio(first: Proportion, second: Proportion, t: number, critical: number): boolean {
  const { hits: x1, rows: n1 } = first;
  const { hits: x2, rows: n2 } = second;
  const b = (n1 + x2) * t + (x1 + n2) * (1 - t);
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * (n1 + n2) * (x1 + x2) * t * (1 - t)));
  const share = (2 * (x1 + x2)) / (b + root);
  const p1 = Math.min(1, share * t);
  const p2 = Math.min(1, share * (1 - t));
  const variance = ((1 - t) ** 2 * p1 * (1 - p1)) / n1 + (t ** 2 * p2 * (1 - p2)) / n2;
  const excess = (x1 / n1) * (1 - t) - (x2 / n2) * t;
  return excess ** 2 > critical * variance;
}

/**
 * Katz's log interval of a ratio of two independent proportions: only where all cells hold 5 or more. Undefined
 * (ZERO_DENOMINATOR) where a side has no hit, NO_ROWS where it is empty.
 *
 * @see Katz et al. (1978) Biometrics 34:469-474; Simel, Samsa & Matchar (1991) J Clin Epidemiol 44:763-770.
 */
export function katzRatio(first: Proportion, second: Proportion, level: number): Range | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  if (!(first.hits > 0 && second.hits > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const value = first.hits / first.rows / (second.hits / second.rows);
  const variance = 1 / first.hits - 1 / first.rows + 1 / second.hits - 1 / second.rows;
  return aboutLog(value, Math.sqrt(Math.max(0, variance)), level);
}

/** Ratio of two independent proportions; Infinity where only the second has no hit. ZERO_DENOMINATOR where neither has. */
export function proportionRatio(first: Proportion, second: Proportion): number | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  if (first.hits === 0 && second.hits === 0) return undefinedBecause("ZERO_DENOMINATOR");
  return first.hits / first.rows / (second.hits / second.rows);
}

/** Odds ratio: ad / bc. Infinity where only bc is 0, ZERO_DENOMINATOR where both products are. */
export function oddsRatio(first: Proportion, second: Proportion): number | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  const up = first.hits * (second.rows - second.hits);
  const down = second.hits * (first.rows - first.hits);
  return up === 0 && down === 0 ? undefinedBecause("ZERO_DENOMINATOR") : up / down;
}

/** Woolf's log interval of the odds ratio. Undefined (ZERO_DENOMINATOR) with an empty cell. @see Woolf (1955) Ann Hum Genet 19:251-253. */
export function woolfOddsRatio(first: Proportion, second: Proportion, level: number): Range | Undefined {
  const value = oddsRatio(first, second);
  if (typeof value !== "number") return value;
  if (!(value > 0 && value < Infinity)) return undefinedBecause("ZERO_DENOMINATOR");
  const cells = [first.hits, first.rows - first.hits, second.hits, second.rows - second.hits];
  return aboutLog(value, Math.sqrt(cells.reduce((sum, n) => sum + 1 / n, 0)), level);
}

/** value × exp(± z × error). */
export function aboutLog(value: number, error: number, level: number): Range {
  const reach = normalQuantile((1 + level) / 2) * error;
  return { low: value * Math.exp(-reach), high: value * Math.exp(reach) };
}
