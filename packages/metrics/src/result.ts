/** Why a statistic cannot be had. Closed: the report has words for each, in every language. */
export const REASONS = [
  "ONE_CLASS",
  "ZERO_DENOMINATOR",
  "CONSTANT_SCORE",
  "SEPARATION",
  "TOO_FEW_EVENTS",
  "NON_CONVERGENCE",
  "SUPPRESSED",
  "MISSING_INPUT",
  "IMPOSSIBLE_PREDICTION",
  "NOT_A_PROBABILITY",
  "NO_ROWS",
  "CONSTANT_VALUE",
  "EMPTY_GROUP",
  "NONE_ABOVE_THRESHOLD",
  "LABEL_EQUALS_NEED",
  "NON_POSITIVITY",
  "REFUTED_ASSUMPTION",
  "WEIGHTED_ROWS",
  "ROWS_NOT_INDEPENDENT",
  "IMPUTED_ROWS",
  "COMPETING_EVENTS",
  "FOLLOW_UP_TOO_SHORT",
] as const;
export type Reason = (typeof REASONS)[number];

/** Something a reader must know of a number that is nonetheless defined. */
export const FLAGS = [
  "FEW_EVENTS",
  "FEW_NON_EVENTS",
  "CONSTANT_SCORE",
  "FALLBACK_INTERVAL",
  "CLIPPED_PROBABILITIES",
  "IMPOSSIBLE_PREDICTION",
  "EXTREME_WEIGHTS",
  "FEW_CLUSTERS",
  "REPLICATES_REDRAWN",
  "INDEPENDENCE_ASSUMED",
  "TRUNCATED_WEIGHTS",
  "LONG_TAIL",
] as const;
export type Flag = (typeof FLAGS)[number];

/** A statistic that cannot be computed here. It is a value: it never becomes 0, 1 or NaN, and never a pass. */
export interface Undefined {
  readonly status: "undefined";
  readonly reason: Reason;
}

export function undefinedBecause(reason: Reason): Undefined {
  return { status: "undefined", reason };
}

export function isUndefined<T extends object>(value: T | Undefined): value is Undefined {
  return "status" in value && value.status === "undefined";
}

/** A two-sided interval and how it was made. Limits may be ±Infinity where the method says so; `low <= high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Confidence level, e.g. 0.95. */
  readonly level: number;
  readonly method: IntervalMethod;
}

/** Names are printed in the report's methods section; a new method is a new line here. */
export const INTERVAL_METHODS = [
  "wilson",
  "clopper-pearson",
  "exact-poisson",
  "logit-t",
  "newcombe-5",
  "logit",
  "log",
  "wald",
  "mover",
  "newcombe",
  "miettinen-nurminen",
  "koopman",
  "tango",
  "tang",
  "wilson-scaled",
  "jackknife",
  "profile-likelihood",
  "bootstrap-percentile",
  "bootstrap-bca",
  "bootstrap-basic",
  "bootstrap-normal",
  "bootstrap-studentised",
  "bootstrap-debiased",
  "guarded",
  "delong",
  "effective-n-wilson",
  "rubin",
  "morris",
  "empirical-bayes-plug-in",
  "tukey",
  "t",
  "published",
  "log-log",
] as const;
export type IntervalMethod = (typeof INTERVAL_METHODS)[number];
