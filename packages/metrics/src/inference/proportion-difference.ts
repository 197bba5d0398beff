import { binomialProbability } from "../numeric/binomial.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { moverDifference } from "./mover.ts";
import { type Proportion, type Range, wilsonLimits } from "./proportion.ts";
import { restrictedDifference } from "./restricted-difference.ts";
import { scoreLimit } from "./score-limit.ts";
import { twoSidedP } from "./wald.ts";

/**
 * Newcombe's hybrid score interval of a difference of two independent proportions (first − second): Wilson's limits of
 * each, recovered. The default for display. Finite and of positive width at 0 and 1. Undefined (NO_ROWS) where a side is
 * empty.
 *
 * @see Newcombe (1998) Stat Med 17:873-890, method 10.
 */
export function newcombeDifference(first: Proportion, second: Proportion, level: number): Range | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  return moverDifference(wilsonLimits(first, level), wilsonLimits(second, level));
}

/**
 * Miettinen and Nurminen's score interval of a difference of two independent proportions (first − second): every
 * difference that the score test does not reject, so that it never contradicts its p. The default for margins and
 * verdicts. Undefined (NO_ROWS) where a side is empty.
 *
 * @see Miettinen & Nurminen (1985) Stat Med 4:213-226.
 */
export function miettinenNurminenDifference(first: Proportion, second: Proportion, level: number): Range | Undefined {
  return scoreDifference(first, second, level, miettinenNurminenZ);
}

/** Mee's score interval: Miettinen and Nurminen's without N/(N − 1). @see Mee (1984) Biometrics 40:1175-1176. */
export function meeDifference(first: Proportion, second: Proportion, level: number): Range | Undefined {
  return scoreDifference(first, second, level, farringtonManningZ);
}

/** Two-sided p that two independent proportions are equal, by the test that Miettinen and Nurminen's interval inverts. */
export function miettinenNurminenP(first: Proportion, second: Proportion): number | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  return twoSidedP(miettinenNurminenZ(first, second, 0));
}

/** Score statistic that first − second is `difference`, with Miettinen and Nurminen's N/(N − 1). */
export function miettinenNurminenZ(first: Proportion, second: Proportion, difference: number): number {
  const rows = first.rows + second.rows;
  return farringtonManningZ(first, second, difference) * Math.sqrt((rows - 1) / rows);
}

/** Score statistic that first − second is `difference`. @see Farrington & Manning (1990) Stat Med 9:1447-1454. */
export function farringtonManningZ(first: Proportion, second: Proportion, difference: number): number {
  const excess = first.hits / first.rows - second.hits / second.rows - difference;
  if (excess === 0) return 0;
  const [p1, p2] = restrictedDifference(first, second, difference);
  return excess / Math.sqrt((p1 * (1 - p1)) / first.rows + (p2 * (1 - p2)) / second.rows);
}

function scoreDifference(
  first: Proportion,
  second: Proportion,
  level: number,
  z: (first: Proportion, second: Proportion, difference: number) => number,
): Range | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  const critical = normalQuantile((1 + level) / 2);
  const rejected = (difference: number): boolean => Math.abs(z(first, second, difference)) > critical;
  const value = first.hits / first.rows - second.hits / second.rows;
  return { low: scoreLimit(rejected, value, -1), high: scoreLimit(rejected, value, 1) };
}

/** Wald's interval of a difference, for checking another's report only: it collapses at 0 and 1. */
export function waldDifference(first: Proportion, second: Proportion, level: number): Range | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  const reach = normalQuantile((1 + level) / 2) * differenceError(first, second);
  const value = first.hits / first.rows - second.hits / second.rows;
  return { low: value - reach, high: value + reach };
}

/** Wald's interval with one hit and one miss added to each side, cut at ±1. @see Agresti & Caffo (2000) Am Stat 54:280-288. */
export function agrestiCaffoDifference(first: Proportion, second: Proportion, level: number): Range | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  const more = ({ hits, rows }: Proportion): Proportion => ({ hits: hits + 1, rows: rows + 2 });
  const found = waldDifference(more(first), more(second), level);
  return "low" in found ? { low: Math.max(-1, found.low), high: Math.min(1, found.high) } : found;
}

/** Unpooled standard error of a difference; 0 where neither side varies. */
export function differenceError(first: Proportion, second: Proportion): number {
  const variance = ({ hits, rows }: Proportion): number => ((hits / rows) * (1 - hits / rows)) / rows;
  return Math.sqrt(variance(first) + variance(second));
}

/** The z test with pooled variance: 0 and p = 1 where all rows or none have the property. */
export function pooledTest(
  first: Proportion,
  second: Proportion,
): { readonly z: number; readonly p: number } | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  const z = farringtonManningZ(first, second, 0);
  return { z, p: twoSidedP(z) };
}

/**
 * Fisher's exact p that two independent proportions are equal: the probability of all tables with the same margins that
 * are no likelier than this one.
 *
 * @see Fisher (1935) J R Stat Soc 98:39-82; Agresti (2013) Categorical Data Analysis, 3.5.
 */
export function fisherExactP(first: Proportion, second: Proportion): number | Undefined {
  if (!(first.rows > 0 && second.rows > 0)) return undefinedBecause("NO_ROWS");
  const hits = first.hits + second.hits;
  const rows = first.rows + second.rows;
  if (hits === 0 || hits === rows) return 1;
  const share = hits / rows;
  const scale = binomialProbability(hits, rows, share);
  const probability = (x: number): number =>
    (binomialProbability(x, first.rows, share) * binomialProbability(hits - x, second.rows, share)) / scale;
  // Tables as likely as this one but for rounding count as no likelier.
  const most = probability(first.hits) * (1 + 1e-7);
  let p = 0;
  for (let x = Math.max(0, hits - second.rows); x <= Math.min(first.rows, hits); x++) {
    const at = probability(x);
    if (at <= most) p += at;
  }
  return Math.min(1, p);
}
