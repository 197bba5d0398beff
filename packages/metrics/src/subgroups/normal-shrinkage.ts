import { normalQuantile } from "../numeric/normal.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { type Heterogeneity, heterogeneity, type MeanEffect, type SubgroupEstimate } from "./heterogeneity.ts";

/** A subgroup's estimate drawn towards the mean of all: shown beside the raw one, never instead of it. */
export interface ShrunkEstimate {
  readonly value: number;
  /** Of the best linear unbiased prediction: the mean's uncertainty is in it, that of the variance between is not. */
  readonly standardError: number;
  /** Weight of the mean, error² / (error² + τ²): 0 leaves the estimate where it is, 1 replaces it. */
  readonly shrinkage: number;
  /** Morris's interval, which allows for the variance between subgroups being estimated. */
  readonly interval: Interval;
}

export interface NormalShrinkage {
  readonly heterogeneity: Heterogeneity;
  readonly shrunk: readonly ShrunkEstimate[];
}

/** With fewer subgroups the variance between them is a guess. */
const FEWEST = 4;

/**
 * Empirical-Bayes estimates of many small subgroups (intersections of attributes), on a normal scale: logit of a rate or
 * of an AUROC, log of O:E.
 *
 * For deciding where to look first. Never for a claim of equity: shrinkage draws subgroups together by construction,
 * and where τ² is estimated as 0 it erases every gap; print the Q-profile limit of τ² then.
 *
 * Undefined  TOO_FEW_EVENTS with fewer than four subgroups; else as `heterogeneity`.
 * Assumes    subgroups are exchangeable: nothing known beforehand tells which should be higher.
 *
 * @see Morris (1983) J Am Stat Assoc 78:47-55, the interval; Viechtbauer (2010) J Stat Softw 36(3), the prediction.
 */
export function normalShrinkage(
  estimates: readonly SubgroupEstimate[],
  { level, fewest = FEWEST }: { readonly level: number; readonly fewest?: number },
): NormalShrinkage | Undefined {
  if (estimates.length < fewest) return undefinedBecause("TOO_FEW_EVENTS");
  const found = heterogeneity(estimates, level);
  if (isUndefined(found)) return found;
  const effect = found.restrictedMaximumLikelihood;
  return { heterogeneity: found, shrunk: estimates.map((e) => shrink(e, effect, estimates, level)) };
}

/** One subgroup's prediction for a given mean and variance between subgroups. */
export function shrink(
  { value, standardError }: SubgroupEstimate,
  effect: MeanEffect,
  estimates: readonly SubgroupEstimate[],
  level: number,
): ShrunkEstimate {
  const variance = standardError ** 2;
  const { tauSquared, mean } = effect;
  const shrinkage = variance / (variance + tauSquared);
  const predicted = shrinkage * mean + (1 - shrinkage) * value;
  const predictedVariance = (1 - shrinkage) * variance + shrinkage ** 2 * effect.standardError ** 2;
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(morrisVariance(value, variance, effect, estimates));
  return {
    value: predicted,
    standardError: Math.sqrt(predictedVariance),
    shrinkage,
    interval: { low: predicted - reach, high: predicted + reach, level, method: "morris" },
  };
}

/** Prediction variance with Morris's term for the estimated τ², which grows with the distance from the mean. */
function morrisVariance(
  value: number,
  variance: number,
  { tauSquared, mean, standardError }: MeanEffect,
  estimates: readonly SubgroupEstimate[],
): number {
  const shrinkage = variance / (variance + tauSquared);
  const weights = estimates.map((e) => 1 / (e.standardError ** 2 + tauSquared));
  const total = weights.reduce((a, w) => a + w, 0);
  const typical = estimates.reduce((a, e, i) => a + (weights[i]! * e.standardError ** 2) / total, 0);
  const ofShrinkage =
    ((2 / Math.max(estimates.length - 3, 1)) * shrinkage ** 2 * (typical + tauSquared)) / (variance + tauSquared);
  return (1 - shrinkage) * variance + shrinkage ** 2 * standardError ** 2 + ofShrinkage * (value - mean) ** 2;
}
