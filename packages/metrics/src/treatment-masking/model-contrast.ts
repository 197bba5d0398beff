import { type Effect, effectOf } from "../inference/effect.ts";
import { meanDifference } from "../inference/mean-difference.ts";
import { sampleMean } from "../inference/sample-mean.ts";
import { logit } from "../numeric/logit.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { adjustedScore } from "./adjusted-score.ts";
import type { MaskingColumns } from "./masking-rows.ts";

/** How far a model moves with a factor. */
export interface ModelContrast {
  /**
   * counterfactual: the same patients with the factor set and removed (partial dependence).
   * adjusted score: patients with the factor against those without who are alike in the covariates.
   * score difference: against all of those without, who differ in much else: confounded.
   */
  readonly kind: "counterfactual" | "adjusted score" | "score difference";
  /** What `effect` is measured in: the score's units, or log odds. */
  readonly scale: "score" | "log-odds";
  readonly effect: Effect;
  /** In log odds, where the scores are probabilities strictly inside 0 and 1. */
  readonly logOdds: Effect | null;
  readonly rows: number;
}

/**
 * The model's effect of a factor: the mean of its scores with the factor set less its scores with it removed, over all
 * patients, with the error of their mean. Without such scores, with `adjust`, the score among patients alike in the
 * covariates, or else the confounded difference between patients.
 *
 * Undefined: EMPTY_GROUP; NO_ROWS where no row has both scores.
 */
export function modelContrast(
  columns: Omit<MaskingColumns, "outcome" | "treatment">,
  score: Float64Array,
  counterfactual: { readonly ifPresent: Float64Array; readonly ifAbsent: Float64Array } | undefined,
  level: number,
  adjust?: "log-odds" | "score",
): ModelContrast | Undefined {
  const { factor, weight, cluster } = columns;
  const sampling = { ...(weight === undefined ? {} : { weight }), ...(cluster === undefined ? {} : { cluster }) };
  if (counterfactual === undefined) {
    const adjusted = adjust === undefined ? undefined : adjustedScore(columns, score, adjust, level);
    if (adjust !== undefined && adjusted !== undefined && !isUndefined(adjusted)) {
      const logOdds = adjust === "log-odds" ? adjusted.effect : null;
      return { kind: "adjusted score", scale: adjust, ...adjusted, logOdds };
    }
    const rowsWith = (f: 0 | 1): number[] => [...score.keys()].filter((i) => factor[i] === f);
    const difference = meanDifference(score, { group: rowsWith(1), reference: rowsWith(0) }, level, sampling);
    if (isUndefined(difference)) return difference;
    const { gap, group, reference } = difference;
    return { kind: "score difference", scale: "score", effect: gap, logOdds: null, rows: group.rows + reference.rows };
  }
  const { ifPresent, ifAbsent } = counterfactual;
  const moved = ifPresent.map((p, i) => p - ifAbsent[i]!);
  const rows = [...moved.keys()];
  const mean = sampleMean(moved, rows, sampling);
  if (mean === null) return undefinedBecause("NO_ROWS");
  const inside = (p: number): boolean => Number.isNaN(p) || (p > 0 && p < 1);
  const logOdds =
    ifPresent.every(inside) && ifAbsent.every(inside)
      ? sampleMean(
          ifPresent.map((p, i) => logit(p) - logit(ifAbsent[i]!)),
          rows,
          sampling,
        )
      : null;
  return {
    kind: "counterfactual",
    scale: "score",
    effect: effectOf(mean.value, mean.variance, { level, degreesOfFreedom: mean.degreesOfFreedom }),
    logOdds:
      logOdds === null
        ? null
        : effectOf(logOdds.value, logOdds.variance, { level, degreesOfFreedom: logOdds.degreesOfFreedom }),
    rows: mean.rows,
  };
}
