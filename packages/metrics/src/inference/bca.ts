import { normalCdf, normalQuantile } from "../numeric/normal.ts";
import { atLevels, type BootstrapInterval } from "./bootstrap-interval.ts";
import type { BootstrapSample } from "./bootstrap-sample.ts";

/** Bias correction and acceleration, and the two cumulative probabilities that they lead to. */
export interface BcaParts {
  readonly z0: number;
  readonly acceleration: number;
  readonly alphaLow: number;
  readonly alphaHigh: number;
}

/**
 * Bias-corrected and accelerated interval: percentiles shifted for the replicates' median bias and for a spread that
 * changes with the value. For skewed statistics (ICI, ratios), with 5,000 replicates or more.
 *
 * `leftOut` is the statistic without each unit in turn: without each patient or block where the replicates resampled
 * those. Undefined where every replicate lies on one side of the value, or the shift leaves (0, 1).
 *
 * @see Efron (1987) J Am Stat Assoc 82:171-185; DiCiccio & Efron (1996) Stat Sci 11:189-228.
 */
export function bcaInterval(
  sample: BootstrapSample,
  leftOut: readonly number[],
  level: number,
): (BootstrapInterval & BcaParts) | undefined {
  const { estimate, sorted } = sample;
  const below = sorted.filter((value) => value < estimate).length;
  const equal = sorted.filter((value) => value === estimate).length;
  const z0 = normalQuantile((below + equal / 2) / sorted.length);
  const a = acceleration(leftOut);
  if (!Number.isFinite(z0) || a === undefined) return undefined;
  const shift = (p: number): number => {
    const z = z0 + normalQuantile(p);
    return normalCdf(z0 + z / (1 - a * z));
  };
  const alphaLow = shift((1 - level) / 2);
  const alphaHigh = shift((1 + level) / 2);
  if (!(alphaLow > 0 && alphaHigh < 1 && alphaLow < alphaHigh)) return undefined;
  return {
    ...atLevels(sample, alphaLow, alphaHigh, level, "bootstrap-bca"),
    z0,
    acceleration: a,
    alphaLow,
    alphaHigh,
  };
}

/** Sixth of the skewness of the jackknife influences; 0 where all are equal, undefined for fewer than two. */
function acceleration(leftOut: readonly number[]): number | undefined {
  if (leftOut.length < 2) return undefined;
  let mean = 0;
  for (const value of leftOut) mean += value / leftOut.length;
  let squares = 0;
  let cubes = 0;
  for (const value of leftOut) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}
