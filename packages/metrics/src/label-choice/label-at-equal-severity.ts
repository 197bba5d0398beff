import { gather } from "../numeric/gather.ts";
import { type Effect, effectOf } from "../inference/effect.ts";
import type { Sampling } from "../inference/influence.ts";
import { dummies } from "../numeric/dummies.ts";
import { linearRegression, robustCovariance } from "../numeric/linear-regression.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";

/** A covariate of severity: numbers, or the codes of a factor. NaN where missing. */
export interface Covariate {
  readonly kind: "numeric" | "categorical";
  readonly values: Float64Array;
}

export interface LabelAtEqualSeverity {
  /** group − reference: of the label, or of its logarithm. */
  readonly gap: Effect;
  /** exp of the gap, where the scale is the logarithm: how many times the reference's label the group has. */
  readonly ratio: { readonly value: number; readonly low: number | null; readonly high: number | null } | null;
  readonly rows: number;
  /** Rows left out for want of a covariate, of the label, or (on the log scale) of a label above 0. */
  readonly leftOut: { readonly missing: number; readonly notPositive: number };
}

/**
 * The label (cost, charges) at equal severity: least squares of the label, or of its logarithm, on the group and the
 * covariates, with HC1 or cluster-robust errors. A ratio below 1 says that less is spent on as sick a patient.
 *
 * It answers the question of `labelAtEqualNeed` where severity is several measurements and not one need. What is left
 * out of the covariates stays in the gap. `side[i]` is 1 in the group, 0 in the reference, anything else in neither.
 *
 * Undefined: EMPTY_GROUP; CONSTANT_VALUE where the label never varies; NON_CONVERGENCE where covariates repeat each other.
 */
export function labelAtEqualSeverity(
  label: Float64Array,
  side: ArrayLike<number>,
  covariates: readonly Covariate[],
  { scale, level, sampling: { weight, cluster } = {} }: SeverityOptions,
): LabelAtEqualSeverity | Undefined {
  const rows: number[] = [];
  let missing = 0;
  let notPositive = 0;
  for (let i = 0; i < label.length; i++) {
    if (side[i] !== 0 && side[i] !== 1) continue;
    if (Number.isNaN(label[i]!) || covariates.some((x) => Number.isNaN(x.values[i]!))) missing += 1;
    else if (scale === "log" && !(label[i]! > 0)) notPositive += 1;
    else rows.push(i);
  }
  const at = (of: ArrayLike<number>): Float64Array => gather(of, rows);
  const member = at(side);
  if (!member.includes(0) || !member.includes(1)) return undefinedBecause("EMPTY_GROUP");
  const y = scale === "log" ? at(label).map((v) => Math.log(v)) : at(label);
  if (y.every((v) => v === y[0])) return undefinedBecause("CONSTANT_VALUE");
  const adjusting = covariates.flatMap((x) => (x.kind === "categorical" ? dummies(at(x.values)) : [at(x.values)]));
  const design = [new Float64Array(rows.length).fill(1), member, ...adjusting];
  const fit = linearRegression(design, y, weight === undefined ? {} : { weights: at(weight) });
  if (isUndefined(fit)) return fit;
  const codes = cluster === undefined ? undefined : at(cluster);
  const covariance = robustCovariance(fit, design, codes === undefined ? "HC1" : { cluster: codes });
  const degreesOfFreedom = codes === undefined ? Infinity : new Set(codes).size - 1;
  const gap = effectOf(fit.coefficients[1]!, covariance[1]![1]!, { level, degreesOfFreedom });
  const back = (limit: number | undefined): number | null => (limit === undefined ? null : Math.exp(limit));
  return {
    gap,
    ratio:
      scale === "log"
        ? { value: Math.exp(gap.value), low: back(gap.interval?.low), high: back(gap.interval?.high) }
        : null,
    rows: rows.length,
    leftOut: { missing, notPositive },
  };
}

export interface SeverityOptions {
  readonly scale: "amount" | "log";
  readonly level: number;
  readonly sampling?: Sampling;
}
