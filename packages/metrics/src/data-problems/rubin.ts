import { expit, logit } from "../numeric/logit.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Interval, type Reason, type Undefined, undefinedBecause } from "../result.ts";

/** Scale on which imputations are averaged: one where the estimate is nearly normal. */
export type PoolingScale = "identity" | "logit" | "log";

/** One statistic in one completed data set. */
export interface CompletedEstimate {
  readonly value: number;
  readonly standardError: number;
}

/** A statistic over multiply imputed data. Variances and `pooled` are on the pooling scale; `value` and `interval` are not. */
export interface PooledEstimate {
  readonly value: number;
  /** Absent where no imputation and no row varied. */
  readonly interval?: Interval;
  readonly pooled: number;
  readonly within: number;
  readonly between: number;
  readonly total: number;
  /** Barnard–Rubin's where the complete data's are known, Rubin's otherwise; Infinity where the imputations agree. */
  readonly degreesOfFreedom: number;
  /** Relative increase in variance due to the missing values: (1 + 1/M) B / Ū. */
  readonly relativeIncrease: number;
  /** Share of the total variance that is between imputations, (1 + 1/M) B / T. */
  readonly betweenShare: number;
  /** Fraction of missing information, with the correction for a finite number of imputations. */
  readonly fractionMissing: number;
}

const TO = { identity: (x: number) => x, logit, log: Math.log };
const FROM = { identity: (x: number) => x, logit: expit, log: Math.exp };
const SLOPE = { identity: () => 1, logit: (x: number) => 1 / (x * (1 - x)), log: (x: number) => 1 / x };

/**
 * Pools a statistic over M imputed data sets by Rubin's rules, on a scale where it is nearly normal: logit for an AUROC
 * or a proportion, log for a ratio (O:E), identity for calibration-in-the-large, a slope or net benefit.
 *
 * Auscult pools what others imputed; the outcome must have been in the imputation model. P-values and intervals are
 * never averaged.
 *
 * `completeDegreesOfFreedom`  n − k of the complete data, where known: degrees of freedom are then Barnard and Rubin's
 * Undefined  MISSING_INPUT with fewer than two imputations (nothing shows how they differ); SEPARATION where a value has
 *            no place on the scale, as an AUROC of 1 has no logit.
 * Assumes    proper imputations, and values missing at random given what was in the imputation model.
 *
 * @see Rubin (1987) Multiple Imputation for Nonresponse in Surveys, ch. 3; Barnard & Rubin (1999) Biometrika 86:948-955.
 * @see Marshall, Altman, Holder & Royston (2009) BMC Med Res Methodol 9:57, scales for measures of performance.
 */
export function poolImputations(
  estimates: readonly (CompletedEstimate | Undefined)[],
  {
    scale,
    level,
    completeDegreesOfFreedom = Infinity,
  }: { readonly scale: PoolingScale; readonly level: number; readonly completeDegreesOfFreedom?: number },
): PooledEstimate | Undefined {
  const imputations = estimates.length;
  if (imputations < 2) return undefinedBecause("MISSING_INPUT");
  const values: number[] = [];
  let within = 0;
  for (const estimate of estimates) {
    if ("status" in estimate) return estimate;
    const value = TO[scale](estimate.value);
    if (!Number.isFinite(value)) return undefinedBecause(offScale(scale));
    values.push(value);
    within += (estimate.standardError * SLOPE[scale](estimate.value)) ** 2 / imputations;
  }
  const pooled = values.reduce((sum, value) => sum + value / imputations, 0);
  const between = values.reduce((sum, value) => sum + (value - pooled) ** 2, 0) / (imputations - 1);
  const added = (1 + 1 / imputations) * between;
  const total = within + added;
  const betweenShare = total > 0 ? added / total : 0;
  const relativeIncrease = added > 0 ? added / within : 0;
  const degreesOfFreedom = pooledDegreesOfFreedom(imputations, betweenShare, completeDegreesOfFreedom);
  const correction = 2 / (degreesOfFreedom + 3);
  const fractionMissing = relativeIncrease === Infinity ? 1 : (relativeIncrease + correction) / (relativeIncrease + 1);
  const reach = studentTQuantile((1 + level) / 2, degreesOfFreedom) * Math.sqrt(total);
  const from = FROM[scale];
  return {
    value: from(pooled),
    ...(total > 0
      ? { interval: { low: from(pooled - reach), high: from(pooled + reach), level, method: "rubin" as const } }
      : {}),
    pooled,
    within,
    between,
    total,
    degreesOfFreedom,
    relativeIncrease,
    betweenShare,
    fractionMissing,
  };
}

function pooledDegreesOfFreedom(imputations: number, betweenShare: number, complete: number): number {
  const large = (imputations - 1) / betweenShare ** 2;
  if (complete === Infinity) return large;
  const observed = ((complete + 1) / (complete + 3)) * complete * (1 - betweenShare);
  // Where no row varied within an imputation, the complete data's degrees of freedom bear on nothing.
  if (!(observed > 0)) return large;
  return large === Infinity ? observed : (large * observed) / (large + observed);
}

function offScale(scale: PoolingScale): Reason {
  return scale === "log" ? "ZERO_DENOMINATOR" : "SEPARATION";
}
