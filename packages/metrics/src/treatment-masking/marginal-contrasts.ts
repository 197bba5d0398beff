import { type Effect, effectOf } from "../inference/effect.ts";
import { meanDifference } from "../inference/mean-difference.ts";
import { sampleMean } from "../inference/sample-mean.ts";
import { logit } from "../numeric/logit.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { MaskingColumns } from "./masking-rows.ts";
import { type RiskContrast, riskContrast } from "./risk-contrast.ts";

/** What the data show of one factor, nothing adjusted for. */
export interface MarginalContrasts {
  readonly outcome: RiskContrast | Undefined;
  /** Share treated with the factor and without. */
  readonly treatment: RiskContrast | Undefined;
  /** The outcome among the treated and among the untreated apart. */
  readonly outcomeTreated: RiskContrast | Undefined;
  readonly outcomeUntreated: RiskContrast | Undefined;
}

/** Crude contrasts of outcome and treatment by a factor. Assumes independent rows of equal weight. */
export function marginalContrasts({ outcome, factor, treatment }: MaskingColumns, level: number): MarginalContrasts {
  const contrast = (of: ArrayLike<number>, where: (i: number) => boolean): RiskContrast | Undefined => {
    const counts = [
      { events: 0, rows: 0 },
      { events: 0, rows: 0 },
    ] as const;
    for (let i = 0; i < factor.length; i++) {
      if ((factor[i] !== 0 && factor[i] !== 1) || (of[i] !== 0 && of[i] !== 1) || !where(i)) continue;
      const count = counts[factor[i] as 0 | 1] as { events: number; rows: number };
      count.rows += 1;
      count.events += of[i]!;
    }
    return riskContrast(counts[1], counts[0], level);
  };
  const missing = undefinedBecause("MISSING_INPUT");
  return {
    outcome: contrast(outcome, () => true),
    treatment: treatment === undefined ? missing : contrast(treatment, () => true),
    outcomeTreated: treatment === undefined ? missing : contrast(outcome, (i) => treatment[i] === 1),
    outcomeUntreated: treatment === undefined ? missing : contrast(outcome, (i) => treatment[i] === 0),
  };
}

/** How far a model moves with a factor. */
export interface ModelContrast {
  /**
   * counterfactual: the same patients with the factor set and removed (partial dependence).
   * score difference: patients with the factor against those without, who differ in much else: confounded.
   */
  readonly kind: "counterfactual" | "score difference";
  /** In the score's units. */
  readonly effect: Effect;
  /** In log odds, where the scores are probabilities strictly inside 0 and 1. */
  readonly logOdds: Effect | null;
  readonly rows: number;
}

/**
 * The model's effect of a factor: the mean of its scores with the factor set less its scores with it removed, over all
 * patients, with the error of their mean; or without such scores the confounded difference between patients.
 *
 * Undefined: EMPTY_GROUP; NO_ROWS where no row has both scores.
 */
export function modelContrast(
  { factor, weight, cluster }: Pick<MaskingColumns, "factor" | "weight" | "cluster">,
  score: Float64Array,
  counterfactual: { readonly ifPresent: Float64Array; readonly ifAbsent: Float64Array } | undefined,
  level: number,
): ModelContrast | Undefined {
  const sampling = { ...(weight === undefined ? {} : { weight }), ...(cluster === undefined ? {} : { cluster }) };
  if (counterfactual === undefined) {
    const rowsWith = (f: 0 | 1): number[] => [...score.keys()].filter((i) => factor[i] === f);
    const difference = meanDifference(score, { group: rowsWith(1), reference: rowsWith(0) }, level, sampling);
    if (isUndefined(difference)) return difference;
    const { gap, group, reference } = difference;
    return { kind: "score difference", effect: gap, logOdds: null, rows: group.rows + reference.rows };
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
    effect: effectOf(mean.value, mean.variance, { level, degreesOfFreedom: mean.degreesOfFreedom }),
    logOdds:
      logOdds === null
        ? null
        : effectOf(logOdds.value, logOdds.variance, { level, degreesOfFreedom: logOdds.degreesOfFreedom }),
    rows: mean.rows,
  };
}
