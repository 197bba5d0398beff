import { quantile7 } from "../numeric/quantile.ts";
import { type BootstrapInterval, quantileError } from "./bootstrap-interval.ts";

/**
 * Studentised (bootstrap-t) interval: value − t* × error, where t* are quantiles of (replicate − value) / replicate's
 * error. For statistics with a standard error of their own in every replicate, on a scale without bounds (put an AUROC
 * on the logit scale first). Replicates without a positive standard error are left out. Undefined with fewer than 40.
 *
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap, ch. 12.
 */
export function studentisedInterval(
  { estimate, standardError }: { readonly estimate: number; readonly standardError: number },
  replicates: { readonly values: Float64Array; readonly standardErrors: Float64Array },
  level: number,
): BootstrapInterval | undefined {
  const ratios = replicates.values
    .map((value, i) => (value - estimate) / replicates.standardErrors[i]!)
    .filter((ratio) => Number.isFinite(ratio))
    .sort();
  if (ratios.length < 40 || !(standardError > 0)) return undefined;
  const pLow = (1 - level) / 2;
  const pHigh = (1 + level) / 2;
  return {
    low: estimate - quantile7(ratios, pHigh) * standardError,
    high: estimate - quantile7(ratios, pLow) * standardError,
    level,
    method: "bootstrap-studentised",
    monteCarloError: {
      low: quantileError(ratios, pHigh) * standardError,
      high: quantileError(ratios, pLow) * standardError,
    },
  };
}
