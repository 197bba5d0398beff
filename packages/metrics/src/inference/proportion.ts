import { betaQuantile } from "../numeric/beta.ts";
import { binomialProbability, binomialCdf, binomialUpperTail } from "../numeric/binomial.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { brent } from "../numeric/root.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { Limits } from "./mover.ts";
import { scaleInterval } from "./scale-interval.ts";

/** How many of some independent rows have a property (x of n). */
export interface Proportion {
  readonly hits: number;
  readonly rows: number;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A proportion with Wilson's limits. Needs at least one row. */
export function wilsonLimits({ hits, rows }: Proportion, level: number): Limits {
  const value = hits / rows;
  const standardError = Math.sqrt((value * (1 - value)) / rows);
  const { low, high } = scaleInterval(
    { value, standardError, denominator: rows },
    { intervalScale: "wilson", range: [0, 1] },
    { level, critical: normalQuantile((1 + level) / 2) },
  ) ?? { low: 0, high: 1 };
  return { value, low, high };
}

/** The limits of one proportion by the methods in use. */
export interface ProportionLimits {
  /** Score interval: the default of every display. */
  readonly wilson: Range;
  readonly wilsonContinuity: Range;
  /** Exact: never covers less than its level. For "at least so many" to a regulator. */
  readonly clopperPearson: Range;
  readonly midP: Range;
  readonly agrestiCoull: Range;
  readonly jeffreys: Range;
  /** Wald's on the log odds: undefined (CONSTANT_VALUE) where none or all have the property. */
  readonly logit: Range | Undefined;
}

/**
 * Limits of one proportion by seven methods, to display one (Wilson's) and to check a vendor's by the one it names.
 * Wald's on the plain scale is not among them: it covers too little. Undefined (NO_ROWS) without a row.
 *
 * @see Newcombe (1998) Stat Med 17:857-872; Brown, Cai & DasGupta (2001) Stat Sci 16:101-133.
 */
export function proportionLimits(of: Proportion, level: number): ProportionLimits | Undefined {
  const { hits: x, rows: n } = of;
  if (!(n > 0)) return undefinedBecause("NO_ROWS");
  const z = normalQuantile((1 + level) / 2);
  const tail = (1 - level) / 2;
  const { low, high } = wilsonLimits(of, level);
  const ends = (lower: () => number, upper: () => number): Range => ({
    low: x === 0 ? 0 : lower(),
    high: x === n ? 1 : upper(),
  });
  return {
    wilson: { low, high },
    wilsonContinuity: ends(
      () => continuityLow(x, n, z),
      () => 1 - continuityLow(n - x, n, z),
    ),
    clopperPearson: ends(
      () => betaQuantile(tail, x, n - x + 1),
      () => betaQuantile(1 - tail, x + 1, n - x),
    ),
    midP: ends(
      () => brent((p) => binomialUpperTail(x, n, p) - binomialProbability(x, n, p) / 2 - tail, 0, 1),
      () => brent((p) => binomialCdf(x, n, p) - binomialProbability(x, n, p) / 2 - tail, 0, 1),
    ),
    agrestiCoull: agrestiCoull(x, n, z),
    jeffreys: ends(
      () => betaQuantile(tail, x + 0.5, n - x + 0.5),
      () => betaQuantile(1 - tail, x + 0.5, n - x + 0.5),
    ),
    logit: logitLimits(x, n, z),
  };
}

function continuityLow(x: number, n: number, z: number): number {
  const p = x / n;
  const root = z * Math.sqrt(z ** 2 - 2 - 1 / n + 4 * p * (n - x + 1));
  return Math.max(0, (2 * x + z ** 2 - 1 - root) / (2 * (n + z ** 2)));
}

function agrestiCoull(x: number, n: number, z: number): Range {
  const rows = n + z ** 2;
  const p = (x + z ** 2 / 2) / rows;
  const reach = z * Math.sqrt((p * (1 - p)) / rows);
  return { low: Math.max(0, p - reach), high: Math.min(1, p + reach) };
}

function logitLimits(x: number, n: number, z: number): Range | Undefined {
  if (x === 0 || x === n) return undefinedBecause("CONSTANT_VALUE");
  const reach = z * Math.sqrt(1 / x + 1 / (n - x));
  const at = (shift: number): number => x / (x + (n - x) * Math.exp(-shift));
  return { low: at(-reach), high: at(reach) };
}
