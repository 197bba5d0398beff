import { type Undefined, undefinedBecause } from "../result.ts";
import { type Effect, effectOf } from "./effect.ts";
import { influenceVariance, type Sampling } from "./influence.ts";
import { type SampleMean, sampleMean } from "./sample-mean.ts";

/** Means of a group and of its reference, and their difference. */
export interface MeanDifference {
  readonly group: SampleMean;
  readonly reference: SampleMean;
  /** group − reference, by Welch's t; with clusters by t on clusters − 1. */
  readonly gap: Effect;
  /** group / reference; `null` where the reference's mean is 0. */
  readonly ratio: number | null;
}

/**
 * Difference of two means without assuming equal variances. Where clusters are given, the rows of one cluster may
 * depend on each other in any way, also across the two groups. Rows whose value is NaN are left out.
 *
 * Undefined: EMPTY_GROUP where either has no row with a value.
 * @see Welch (1947) Biometrika 34:28-35.
 */
export function meanDifference(
  values: Float64Array,
  rows: { readonly group: ArrayLike<number>; readonly reference: ArrayLike<number> },
  level: number,
  sampling: Sampling = {},
): MeanDifference | Undefined {
  const group = sampleMean(values, rows.group, sampling);
  const reference = sampleMean(values, rows.reference, sampling);
  if (group === null || reference === null) return undefinedBecause("EMPTY_GROUP");
  const { variance, degreesOfFreedom } =
    sampling.cluster === undefined ? welch(group, reference) : clustered(group, reference, sampling.cluster);
  return {
    group,
    reference,
    gap: effectOf(group.value - reference.value, variance, { level, degreesOfFreedom }),
    ratio: reference.value === 0 ? null : group.value / reference.value,
  };
}

/** Where one group never varied its error is unknown, not 0: there is then no interval. */
function welch(a: SampleMean, b: SampleMean) {
  if (a.variance === 0 || b.variance === 0) return { variance: Number.NaN, degreesOfFreedom: 0 };
  const variance = a.variance + b.variance;
  const parts = a.variance ** 2 / a.degreesOfFreedom + b.variance ** 2 / b.degreesOfFreedom;
  return { variance, degreesOfFreedom: variance ** 2 / parts };
}

function clustered(a: SampleMean, b: SampleMean, cluster: ArrayLike<number>) {
  const influence = [...a.influence, ...b.influence.map((u) => -u)];
  const rows = [...a.used, ...b.used];
  return influenceVariance(influence, (k) => cluster[rows[k]!]!);
}
