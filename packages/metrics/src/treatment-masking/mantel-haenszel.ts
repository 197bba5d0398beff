import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";

/** Events and rows with the factor and without it, in one stratum of the covariates. */
export interface Stratum {
  readonly events: { readonly with: number; readonly without: number };
  readonly rows: { readonly with: number; readonly without: number };
}

/** A ratio or difference common to all strata; `interval` is null where the error cannot be had. */
export interface CommonEffect {
  readonly value: number;
  /** Of the logarithm for a ratio. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

export interface MantelHaenszel {
  /** Robins, Breslow and Greenland's error. */
  readonly oddsRatio: CommonEffect | Undefined;
  /** Greenland and Robins's error. */
  readonly riskRatio: CommonEffect | Undefined;
  /** Sato's error, right for many small strata and for few large ones. */
  readonly riskDifference: CommonEffect;
  /** Greenland and Robins's, for few large strata. */
  readonly riskDifferenceErrorGreenland: number;
  /** Cochran–Mantel–Haenszel test of no effect, without continuity correction. */
  readonly test: { readonly chiSquared: number; readonly p: number } | Undefined;
  /** Breslow–Day test (without Tarone's correction) that the odds ratio is the same in all strata. */
  readonly homogeneity:
    | { readonly chiSquared: number; readonly degreesOfFreedom: number; readonly p: number }
    | Undefined;
  readonly strata: number;
}

/**
 * Effect of a factor on an event within strata of pre-treatment covariates, pooled. Strata that lack the factor or its
 * absence say nothing and are left out. Undefined: EMPTY_GROUP where no stratum holds both.
 *
 * @see Mantel & Haenszel (1959) JNCI 22:719-748; Robins, Breslow & Greenland (1986) Biometrics 42:311-323.
 * @see Greenland & Robins (1985) Biometrics 41:55-68; Sato (1989) Biometrics 45:1323-1324.
 */
export function mantelHaenszel(strata: readonly Stratum[], level: number): MantelHaenszel | Undefined {
  const cells = strata.filter((s) => s.rows.with > 0 && s.rows.without > 0).map(cellsOf);
  if (cells.length === 0) return undefinedBecause("EMPTY_GROUP");
  const z = normalQuantile(0.5 + level / 2);
  const oddsRatio = commonOddsRatio(cells, z, level);
  const variance = total(cells, (c) => (c.n1 * c.n0 * c.events * (c.n - c.events)) / (c.n ** 2 * (c.n - 1)));
  const excess = total(cells, (c) => c.a - (c.n1 * c.events) / c.n);
  const statistic = excess ** 2 / variance;
  return {
    oddsRatio,
    riskRatio: commonRiskRatio(cells, z, level),
    ...commonRiskDifference(cells, z, level),
    test:
      variance > 0 ? { chiSquared: statistic, p: chiSquaredUpperTail(statistic, 1) } : undefinedBecause("ONE_CLASS"),
    homogeneity: "value" in oddsRatio ? breslowDay(cells, oddsRatio.value) : oddsRatio,
    strata: cells.length,
  };
}

/** a, b with the factor (event, none); c, d without; n1, n0 the rows of each. */
interface Cells {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly n1: number;
  readonly n0: number;
  readonly n: number;
  readonly events: number;
}

function cellsOf({ events, rows }: Stratum): Cells {
  const { with: a, without: c } = events;
  const { with: n1, without: n0 } = rows;
  return { a, b: n1 - a, c, d: n0 - c, n1, n0, n: n1 + n0, events: a + c };
}

function total(cells: readonly Cells[], term: (cells: Cells) => number): number {
  return cells.reduce((sum, c) => sum + term(c), 0);
}

function commonOddsRatio(cells: readonly Cells[], z: number, level: number): CommonEffect | Undefined {
  const r = total(cells, (c) => (c.a * c.d) / c.n);
  const s = total(cells, (c) => (c.b * c.c) / c.n);
  if (r === 0 && s === 0) return undefinedBecause("ONE_CLASS");
  if (r === 0 || s === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const pr = total(cells, (c) => (((c.a + c.d) / c.n) * c.a * c.d) / c.n);
  const cross = total(cells, (c) => (((c.a + c.d) / c.n) * c.b * c.c) / c.n + (((c.b + c.c) / c.n) * c.a * c.d) / c.n);
  const qs = total(cells, (c) => (((c.b + c.c) / c.n) * c.b * c.c) / c.n);
  return ratio(r / s, pr / (2 * r ** 2) + cross / (2 * r * s) + qs / (2 * s ** 2), z, level);
}

function commonRiskRatio(cells: readonly Cells[], z: number, level: number): CommonEffect | Undefined {
  const r = total(cells, (c) => (c.a * c.n0) / c.n);
  const s = total(cells, (c) => (c.c * c.n1) / c.n);
  if (r === 0 && s === 0) return undefinedBecause("ONE_CLASS");
  if (r === 0 || s === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const top = total(cells, (c) => (c.n1 * c.n0 * c.events - c.a * c.c * c.n) / c.n ** 2);
  return ratio(r / s, top / (r * s), z, level);
}

function ratio(value: number, variance: number, z: number, level: number): CommonEffect {
  if (!(variance > 0)) return { value, standardError: 0, interval: null };
  const standardError = Math.sqrt(variance);
  const reach = Math.exp(z * standardError);
  return { value, standardError, interval: { low: value / reach, high: value * reach, level, method: "log" } };
}

function commonRiskDifference(cells: readonly Cells[], z: number, level: number) {
  const weight = total(cells, (c) => (c.n1 * c.n0) / c.n);
  const value = total(cells, (c) => (c.a * c.n0 - c.c * c.n1) / c.n) / weight;
  const p = total(cells, (c) => (c.n1 ** 2 * c.c - c.n0 ** 2 * c.a + (c.n1 * c.n0 * (c.n0 - c.n1)) / 2) / c.n ** 2);
  const q = total(cells, (c) => (c.a * c.d + c.b * c.c) / (2 * c.n));
  const sato = Math.sqrt(Math.max(0, value * p + q)) / weight;
  const greenland = total(cells, (c) => (c.a * c.b * c.n0 ** 3 + c.c * c.d * c.n1 ** 3) / (c.n1 * c.n0 * c.n ** 2));
  const interval: Interval | null =
    sato > 0 ? { low: value - z * sato, high: value + z * sato, level, method: "wald" } : null;
  return {
    riskDifference: { value, standardError: sato, interval },
    riskDifferenceErrorGreenland: Math.sqrt(greenland) / weight,
  };
}

/** Each stratum's count against the one it would have at the common odds ratio and its own margins. */
function breslowDay(cells: readonly Cells[], oddsRatio: number): MantelHaenszel["homogeneity"] {
  const informative = cells.filter((c) => c.events > 0 && c.events < c.n);
  if (informative.length < 2) return undefinedBecause("CONSTANT_VALUE");
  const chiSquared = total(informative, (c) => {
    const a = expectedCount(c, oddsRatio);
    const variance = 1 / (1 / a + 1 / (c.n1 - a) + 1 / (c.events - a) + 1 / (c.n0 - c.events + a));
    return (c.a - a) ** 2 / variance;
  });
  const degreesOfFreedom = informative.length - 1;
  return { chiSquared, degreesOfFreedom, p: chiSquaredUpperTail(chiSquared, degreesOfFreedom) };
}

/** The root in the margins' range of a(n0 − m + a) = OR (n1 − a)(m − a), in the form that does not cancel. */
function expectedCount({ n1, n0, events }: Cells, oddsRatio: number): number {
  const square = 1 - oddsRatio;
  const linear = n0 - events + oddsRatio * (n1 + events);
  const constant = -oddsRatio * n1 * events;
  const root = Math.sqrt(linear ** 2 - 4 * square * constant);
  return linear < 0 ? (root - linear) / (2 * square) : (-2 * constant) / (linear + root);
}
