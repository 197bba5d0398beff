import { chiSquaredQuantile, chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { brent } from "../numeric/root.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

/** An estimate of one subgroup with its standard error, on a scale where it is nearly normal. */
export interface SubgroupEstimate {
  readonly value: number;
  readonly standardError: number;
}

/** The mean over subgroups for a given variance between them. */
export interface MeanEffect {
  readonly tauSquared: number;
  readonly mean: number;
  readonly standardError: number;
  /** Knapp and Hartung's, from the spread seen about the mean; for a t interval on k − 1. */
  readonly knappHartung: number;
}

export interface Heterogeneity {
  /** Cochran's Q, its degrees of freedom and p. */
  readonly q: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Share of the spread beyond sampling error, max(0, (Q − df) / Q), 0 to 1. */
  readonly iSquared: number;
  readonly derSimonianLaird: MeanEffect;
  readonly restrictedMaximumLikelihood: MeanEffect;
  readonly pauleMandel: MeanEffect;
  /** Q-profile interval of the variance between subgroups. Its upper end says what the data cannot exclude where it is 0. */
  readonly tauSquaredLow: number;
  readonly tauSquaredHigh: number;
  readonly level: number;
}

/**
 * How much subgroups differ beyond chance: Cochran's Q and the variance between subgroups by three estimators.
 *
 * Restricted maximum likelihood is the one to use, Paule and Mandel's the check, DerSimonian and Laird's for comparison.
 * A variance of 0 does not say that subgroups are equal: print `tauSquaredHigh` with it.
 *
 * Undefined  NO_ROWS with fewer than two subgroups; MISSING_INPUT where a standard error is not positive or a value not
 *            finite: such a subgroup would weigh infinitely or not at all.
 * Assumes    independent subgroups (no patient in two), normal estimates with known errors.
 *
 * @see DerSimonian & Laird (1986) Control Clin Trials 7:177-188; Paule & Mandel (1982) J Res NBS 87:377-385.
 * @see Viechtbauer (2005) J Educ Behav Stat 30:261-293, REML; (2007) Stat Med 26:37-52, the Q-profile interval.
 * @see Knapp & Hartung (2003) Stat Med 22:2693-2710.
 */
export function heterogeneity(estimates: readonly SubgroupEstimate[], level: number): Heterogeneity | Undefined {
  const k = estimates.length;
  if (k < 2) return undefinedBecause("NO_ROWS");
  const usable = estimates.every(
    ({ value, standardError }) => Number.isFinite(value) && standardError > 0 && standardError < Infinity,
  );
  if (!usable) return undefinedBecause("MISSING_INPUT");
  const at = (tauSquared: number): Weighted => weigh(estimates, tauSquared);
  const fixed = at(0);
  const df = k - 1;
  const excess = (fixed.q - df) / (fixed.total - fixed.squares / fixed.total);
  const top = greatest(estimates);
  /** The variance at which Q falls to `target`; 0 where it is there already. */
  const profile = (target: number): number => {
    if (fixed.q <= target) return 0;
    let high = top;
    while (at(high).q > target) high *= 4;
    return brent((tauSquared) => at(tauSquared).q - target, 0, high);
  };
  const effect = (tauSquared: number): MeanEffect => {
    const { mean, total, q } = at(tauSquared);
    return { tauSquared, mean, standardError: Math.sqrt(1 / total), knappHartung: Math.sqrt(q / (df * total)) };
  };
  return {
    q: fixed.q,
    degreesOfFreedom: df,
    p: chiSquaredUpperTail(fixed.q, df),
    iSquared: fixed.q > 0 ? Math.max(0, (fixed.q - df) / fixed.q) : 0,
    derSimonianLaird: effect(Math.max(0, excess)),
    restrictedMaximumLikelihood: effect(restrictedMaximumLikelihood(at, top)),
    pauleMandel: effect(profile(df)),
    tauSquaredLow: profile(chiSquaredQuantile((1 + level) / 2, df)),
    tauSquaredHigh: profile(chiSquaredQuantile((1 - level) / 2, df)),
    level,
  };
}

interface Weighted {
  readonly mean: number;
  /** Sum of the weights, of their squares, of weight × (value − mean)², of weight² × (value − mean)², of log variances. */
  readonly total: number;
  readonly squares: number;
  readonly q: number;
  readonly squaredQ: number;
  readonly logVariances: number;
}

function weigh(estimates: readonly SubgroupEstimate[], tauSquared: number): Weighted {
  const weights = estimates.map(({ standardError }) => 1 / (standardError ** 2 + tauSquared));
  const total = weights.reduce((a, w) => a + w, 0);
  const mean = estimates.reduce((a, { value }, i) => a + (weights[i]! * value) / total, 0);
  let squares = 0;
  let q = 0;
  let squaredQ = 0;
  let logVariances = 0;
  for (const [i, { value }] of estimates.entries()) {
    const w = weights[i]!;
    squares += w ** 2;
    q += w * (value - mean) ** 2;
    squaredQ += w ** 2 * (value - mean) ** 2;
    logVariances -= Math.log(w);
  }
  return { mean, total, squares, q, squaredQ, logVariances };
}

/** A variance beyond which every estimator lies. */
function greatest(estimates: readonly SubgroupEstimate[]): number {
  const values = estimates.map((e) => e.value);
  return 4 * (Math.max(...values) - Math.min(...values)) ** 2 + Math.max(...estimates.map((e) => e.standardError ** 2));
}

/** The greatest of the restricted likelihood's maxima: found on a grid, then the root of its slope beside it. */
function restrictedMaximumLikelihood(at: (tauSquared: number) => Weighted, top: number): number {
  const logLikelihood = (tauSquared: number): number => {
    const { logVariances, total, q } = at(tauSquared);
    return -(logVariances + Math.log(total) + q) / 2;
  };
  const slope = (tauSquared: number): number => {
    const { total, squares, squaredQ } = at(tauSquared);
    return squaredQ - total + squares / total;
  };
  const grid = [0, ...Array.from({ length: 160 }, (_, i) => top * 10 ** ((i - 159) / 16))];
  const heights = grid.map(logLikelihood);
  let best = 0;
  for (const [i, height] of heights.entries()) if (height > heights[best]!) best = i;
  const low = grid[Math.max(best - 1, 0)]!;
  const high = grid[Math.min(best + 1, grid.length - 1)]!;
  if (!(slope(low) > 0 && slope(high) < 0)) return grid[best]!;
  return brent(slope, low, high);
}
