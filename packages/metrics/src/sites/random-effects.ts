import type { Metric } from "../metric.ts";
import { logit, expit } from "../numeric/logit.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { type Heterogeneity, heterogeneity } from "../subgroups/heterogeneity.ts";

/** The scale on which estimates are nearly normal: log odds of shares, logarithm of ratios, or as they are. */
export type PoolingScale = "logit" | "log" | "identity";

/** An estimate with its standard error, on its own scale. */
export interface SiteEstimate {
  readonly value: number;
  readonly standardError: number;
}

export interface RandomEffects {
  readonly sites: number;
  /** Mean over sites, back on the metric's scale, with Hartung and Knapp's interval. */
  readonly mean: { readonly value: number; readonly interval: Interval };
  /** Where the value of another such site would lie; needs three sites. */
  readonly prediction: Interval | null;
  readonly heterogeneity: Heterogeneity;
}

/**
 * Random-effects summary of several sites: restricted maximum likelihood, Hartung and Knapp's interval on k − 1 degrees of
 * freedom (never narrower than the ordinary one), prediction interval on k − 2.
 *
 * `given`: whether values and errors are on the metric's own scale or placed on the pooling scale already.
 * Undefined: NO_ROWS with fewer than two sites; MISSING_INPUT where a value lies at an end of the scale or an error is not
 * above 0: such sites must be left out, and named, beforehand.
 * Assumes: sites without shared patients, drawn from like sites.
 *
 * @see Debray et al (2017) BMJ 356:i6460; Higgins, Thompson & Spiegelhalter (2009) J R Stat Soc A 172:137-159;
 *      Röver, Knapp & Friede (2015) BMC Med Res Methodol 15:99, on never narrowing.
 */
export function randomEffects(
  estimates: readonly SiteEstimate[],
  scale: PoolingScale,
  level: number,
  given: "own" | "placed" = "own",
): RandomEffects | Undefined {
  const { to, from, slope } = SCALES[scale];
  const placed =
    given === "placed"
      ? estimates
      : estimates.map(({ value, standardError }) => ({
          value: to(value),
          standardError: standardError * slope(value),
        }));
  const found = heterogeneity(placed, level);
  if (isUndefined(found)) return found;
  const k = estimates.length;
  const { mean, standardError, knappHartung, tauSquared } = found.restrictedMaximumLikelihood;
  if (!Number.isFinite(mean)) return undefinedBecause("NON_CONVERGENCE");
  const error = Math.max(standardError, knappHartung);
  const around = (reach: number): Pick<Interval, "low" | "high"> => ({
    low: from(mean - reach),
    high: from(mean + reach),
  });
  const own = studentTQuantile((1 + level) / 2, k - 1) * error;
  const other = k < 3 ? null : studentTQuantile((1 + level) / 2, k - 2) * Math.sqrt(tauSquared + error ** 2);
  return {
    sites: k,
    mean: { value: from(mean), interval: { ...around(own), level, method: "t" } },
    prediction: other === null ? null : { ...around(other), level, method: "t" },
    heterogeneity: found,
  };
}

/** Whether a value can be placed on a scale: not at its ends. */
export function placeable(value: number, scale: PoolingScale): boolean {
  return scale === "logit" ? value > 0 && value < 1 : scale === "log" ? value > 0 : Number.isFinite(value);
}

/** A value on a pooling scale. */
export function towards(scale: PoolingScale, value: number): number {
  return SCALES[scale].to(value);
}

/** The scale on which a metric's values of several sites are summarised. */
export function poolingScaleOf({ unit, range, contrast }: Metric): PoolingScale {
  if (contrast === "ratio") return "log";
  return (unit === "probability" || unit === "proportion") && range[0] === 0 && range[1] === 1 ? "logit" : "identity";
}

const SCALES: Readonly<
  Record<PoolingScale, { to: (x: number) => number; from: (x: number) => number; slope: (x: number) => number }>
> = {
  logit: { to: logit, from: expit, slope: (x) => 1 / (x * (1 - x)) },
  log: { to: Math.log, from: Math.exp, slope: (x) => 1 / x },
  identity: { to: (x) => x, from: (x) => x, slope: () => 1 },
};
