import { twoSidedP } from "../inference/wald.ts";
import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** Events among rows at each level of an ordinal factor, with the level's score. */
export interface LevelCounts {
  readonly score: number;
  readonly events: number;
  readonly rows: number;
}

export interface TrendTest {
  /** Change in the share with the event for one step of the score; its sign is the trend's direction. */
  readonly slope: number;
  readonly chiSquared: number;
  readonly p: number;
}

/**
 * Cochran–Armitage test that the share with the event rises or falls with the score of an ordinal factor. Levels one
 * step apart are taken as equally far apart unless their scores say otherwise.
 *
 * Undefined: NO_ROWS; ONE_CLASS where nobody or everybody has the event; CONSTANT_VALUE where one level alone has rows.
 * @see Armitage (1955) Biometrics 11:375-386.
 */
export function cochranArmitage(levels: readonly LevelCounts[]): TrendTest | Undefined {
  const rows = levels.reduce((n, l) => n + l.rows, 0);
  const events = levels.reduce((n, l) => n + l.events, 0);
  if (rows === 0) return undefinedBecause("NO_ROWS");
  if (events === 0 || events === rows) return undefinedBecause("ONE_CLASS");
  const share = events / rows;
  const centre = levels.reduce((total, l) => total + l.rows * l.score, 0) / rows;
  let product = 0;
  let squares = 0;
  for (const l of levels) {
    product += (l.events - l.rows * share) * (l.score - centre);
    squares += l.rows * (l.score - centre) ** 2;
  }
  if (!(squares > 0)) return undefinedBecause("CONSTANT_VALUE");
  const chiSquared = product ** 2 / (share * (1 - share) * squares);
  return { slope: product / squares, chiSquared, p: chiSquaredUpperTail(chiSquared, 1) };
}

export interface JonckheereTerpstra {
  /** Pairs from different levels in which the higher level has the higher value, ties one half. */
  readonly statistic: number;
  readonly mean: number;
  readonly variance: number;
  readonly z: number;
  /** Two-sided, by the normal approximation. */
  readonly p: number;
}

/**
 * Jonckheere–Terpstra test that a value (an outcome, a prediction) rises or falls over ordered levels, by ranks alone;
 * the variance is corrected for ties. Rows with a NaN in either are left out.
 *
 * Undefined: NO_ROWS; CONSTANT_VALUE where one level alone has rows or all values are equal.
 * @see Hollander & Wolfe (1999) Nonparametric Statistical Methods, 2nd ed., section 6.2.
 */
export function jonckheereTerpstra(
  values: ArrayLike<number>,
  level: ArrayLike<number>,
): JonckheereTerpstra | Undefined {
  const order: number[] = [];
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!) && !Number.isNaN(level[i]!)) order.push(i);
  const n = order.length;
  if (n === 0) return undefinedBecause("NO_ROWS");
  order.sort((a, b) => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : 0));
  const levels = [...new Set(order.map((i) => level[i]!))].sort((a, b) => a - b);
  const place = new Map(levels.map((l, k) => [l, k]));
  const lower = new Float64Array(levels.length);
  const ties: number[] = [];
  let statistic = 0;
  for (let start = 0, end = 0; start < n; start = end) {
    const tied = new Float64Array(levels.length);
    for (end = start; end < n && values[order[end]!] === values[order[start]!]; end++) {
      tied[place.get(level[order[end]!]!)!]! += 1;
    }
    let below = 0;
    for (let k = 0; k < levels.length; k++) {
      statistic += tied[k]! * below;
      below += lower[k]! + tied[k]! / 2;
    }
    for (let k = 0; k < levels.length; k++) lower[k]! += tied[k]!;
    ties.push(end - start);
  }
  const sizes = [...lower];
  if (levels.length < 2 || ties.length < 2) return undefinedBecause("CONSTANT_VALUE");
  const mean = (n ** 2 - sizes.reduce((total, size) => total + size ** 2, 0)) / 4;
  const whole = (of: number[]): number => of.reduce((total, m) => total + m * (m - 1) * (2 * m + 5), 0);
  const triples = (of: number[]): number => of.reduce((total, m) => total + m * (m - 1) * (m - 2), 0);
  const pairs = (of: number[]): number => of.reduce((total, m) => total + m * (m - 1), 0);
  const variance =
    (whole([n]) - whole(sizes) - whole(ties)) / 72 +
    (n > 2 ? (triples(sizes) * triples(ties)) / (36 * triples([n])) : 0) +
    (pairs(sizes) * pairs(ties)) / (8 * pairs([n]));
  const z = (statistic - mean) / Math.sqrt(variance);
  return { statistic, mean, variance, z, p: twoSidedP(z) };
}
