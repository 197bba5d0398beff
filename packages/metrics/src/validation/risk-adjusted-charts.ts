import { type Undefined, undefinedBecause } from "../result.ts";

/** One value a patient, in time order. */
export interface RiskAdjustedCharts {
  /** CUSUM for a worsening to `oddsRatio` times the odds, and for an improvement to one over it. Never below 0. */
  readonly upper: Float64Array;
  readonly lower: Float64Array;
  /** Events less expected events so far (VLAD): for display, it has no limit. */
  readonly excess: Float64Array;
  /** Exponentially weighted mean of outcome less risk, from 0, and its standard deviation if the risks hold. */
  readonly smoothed: Float64Array;
  readonly smoothedDeviation: Float64Array;
  /** Place of the first patient at whom the upper CUSUM reaches the limit; `undefined` where it never does. */
  readonly firstSignal: number | undefined;
}

/**
 * Does the model begin to fail? Outcomes against predicted risks, patient by patient, so that a slow worsening adds up.
 *
 * `risk` and `outcome` (0 or 1) are in time order, of patients whose outcome is due: with outcomes that come late, the
 * last weeks would look good. A working alert lowers the events of those it flags: chart by treatment received too.
 * `limit` is to be simulated for the site's own risks (`cusumLimit`), never taken from a book.
 *
 * Undefined  NO_ROWS; NOT_A_PROBABILITY; MISSING_INPUT where an outcome is unknown.
 * Assumes    independent patients and risks that were calibrated at the start.
 *
 * @see Steiner et al (2000) Biostatistics 1:441-452; Lovegrove et al (1997) Lancet 350:1128-1130 (VLAD).
 */
export function riskAdjustedCharts(
  risk: ArrayLike<number>,
  outcome: ArrayLike<number>,
  { oddsRatio, limit, smoothing }: { readonly oddsRatio: number; readonly limit: number; readonly smoothing: number },
): RiskAdjustedCharts | Undefined {
  if (!(oddsRatio > 1 && Number.isFinite(oddsRatio))) throw new RangeError(`oddsRatio is not above 1: ${oddsRatio}`);
  if (!(smoothing > 0 && smoothing <= 1)) throw new RangeError(`smoothing is not within (0, 1]: ${smoothing}`);
  const n = risk.length;
  if (n === 0) return undefinedBecause("NO_ROWS");
  const [upper, lower, excess, smoothed, smoothedDeviation] = Array.from({ length: 5 }, () => new Float64Array(n));
  let [worse, better, total, mean, variance] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const p = risk[i]!;
    const y = outcome[i]!;
    if (!(p >= 0 && p <= 1)) return undefinedBecause("NOT_A_PROBABILITY");
    if (y !== 0 && y !== 1) return undefinedBecause("MISSING_INPUT");
    upper![i] = worse = Math.max(0, worse + cusumStep(p, y, oddsRatio));
    lower![i] = better = Math.max(0, better + cusumStep(p, y, 1 / oddsRatio));
    excess![i] = total += y - p;
    smoothed![i] = mean = smoothing * (y - p) + (1 - smoothing) * mean;
    variance = smoothing ** 2 * p * (1 - p) + (1 - smoothing) ** 2 * variance;
    smoothedDeviation![i] = Math.sqrt(variance);
  }
  const first = upper!.findIndex((s) => s >= limit);
  return {
    upper: upper!,
    lower: lower!,
    excess: excess!,
    smoothed: smoothed!,
    smoothedDeviation: smoothedDeviation!,
    firstSignal: first === -1 ? undefined : first,
  };
}

/** Log likelihood ratio of one outcome: odds multiplied by `oddsRatio`, against the predicted risk. */
export function cusumStep(risk: number, outcome: number, oddsRatio: number): number {
  return outcome * Math.log(oddsRatio) - Math.log(1 - risk + oddsRatio * risk);
}
