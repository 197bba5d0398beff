import type { Effect } from "../inference/effect.ts";
import { intervalOfMean, sampleMean } from "../inference/sample-mean.ts";
import { meanDifference } from "../inference/mean-difference.ts";
import { twoSidedP } from "../inference/wald.ts";
import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { type CounterfactualPerformance, counterfactualPerformance } from "./counterfactual-performance.ts";
import { type EValue, eValue } from "./e-value.ts";
import { type MantelHaenszel } from "./mantel-haenszel.ts";
import { type MarginalContrasts, marginalContrasts } from "./marginal-contrasts.ts";
import type { MaskingColumns } from "./masking-rows.ts";
import { type ModelContrast, modelContrast } from "./model-contrast.ts";
import { type Reclassification, reclassifiedByFactor } from "./reclassification.ts";
import type { RiskContrast } from "./risk-contrast.ts";
import { riskStrataEffect } from "./risk-strata.ts";
import { type StandardisedRisk, standardisedRisk } from "./standardised-risk.ts";
import { type TippingEffect, tippingTreatmentEffect } from "./tipping.ts";
import { type TreatmentMaskingVerdict, treatmentMaskingVerdict } from "./treatment-masking-verdict.ts";
import { type UntreatedRisk, untreatedRisk } from "./untreated-risk.ts";
import { untreatedWeights } from "./untreated-weights.ts";

export interface FactorInput extends MaskingColumns {
  readonly score: Float64Array;
  readonly scoreKind: "probability" | "ordinal";
  /** The model's score of each patient with the factor set and with it removed. */
  readonly counterfactual?: { readonly ifPresent: Float64Array; readonly ifAbsent: Float64Array };
}

export interface FactorOptions {
  /** 1: a clinician expects that the factor raises risk; −1: that it lowers it; absent: no expectation, no verdict. */
  readonly direction?: 1 | -1;
  readonly level: number;
  /** Flagged means score >= threshold. */
  readonly thresholds: readonly number[];
}

/** Everything that is known of one risk factor, the model, the treatment and the outcome. */
export interface FactorAnalysis {
  readonly model: ModelContrast | Undefined;
  /** The same in the units of the score, where `model` is in log odds: to stand beside differences in risk. */
  readonly modelOnScore: ModelContrast | Undefined;
  readonly marginal: MarginalContrasts;
  /** Observed risk under usual care, with the factor and without. */
  readonly observed: { readonly with: ObservedRisk | null; readonly without: ObservedRisk | null };
  /** Difference in the share treated; robust where rows are weighted or clustered. */
  readonly treatment:
    | { readonly value: number; readonly interval: Interval | null; readonly p: number | null }
    | Undefined;
  /** The factor's adjusted effect under usual care, with the treatment in the model, and had nobody been treated. */
  readonly adjusted: {
    readonly usualCare: StandardisedRisk | Undefined;
    readonly forTreatment: StandardisedRisk | Undefined;
    readonly untreated: StandardisedRisk | Undefined;
  };
  /** Pooled over five strata of risk predicted by the covariates: a check on `adjusted.usualCare` that fits no effect. */
  readonly strata: MantelHaenszel | Undefined;
  /** Risk had nobody been treated, by weighting: what to show beside the model's predictions. */
  readonly untreated: UntreatedRisk | Undefined;
  readonly performance: CounterfactualPerformance | Undefined;
  readonly eValue: EValue | Undefined;
  readonly tipping: TippingEffect | Undefined;
  readonly reclassified: readonly { readonly threshold: number; readonly patients: Reclassification | Undefined }[];
  readonly verdict: TreatmentMaskingVerdict | undefined;
  /** Two-sided p that model, treatment and untreated contrast all point as masking does (the largest of the three). */
  readonly maskingP: number | null;
}

/**
 * One risk factor against the model, the outcome and the care (methods G). A model that is right under usual care can be
 * wrong for triage: it has learned the risk that is left after treatment. The verdict sets the model's effect against the
 * declared direction, asks whether patients with the factor are treated more, and whether, among patients alike in the
 * covariates, the factor goes the declared way when nobody is treated. That untreated contrast counts only where both
 * levels have at least 30 effective untreated rows.
 */
export function analyseFactor(input: FactorInput, { direction, level, thresholds }: FactorOptions): FactorAnalysis {
  const { score, counterfactual, factor, outcome, treatment } = input;
  const model = modelContrast(
    input,
    score,
    counterfactual,
    level,
    input.scoreKind === "probability" ? "log-odds" : "score",
  );
  const marginal = marginalContrasts(input, level);
  const treated = treatmentDifference(input, marginal, level);
  const weights = untreatedWeights(input);
  const untreated = isUndefined(weights) ? weights : untreatedRisk(weights, level);
  const adjusted = {
    usualCare: standardisedRisk(input, { level }),
    forTreatment: standardisedRisk(input, { level, world: "adjusted for treatment" }),
    untreated: standardisedRisk(input, { level, world: "untreated" }),
  };
  const assessable = !isUndefined(untreated) && untreated.assessable && !isUndefined(adjusted.untreated);
  const crude = marginal.outcome;
  const shares = marginal.treatment;
  const ratio = isUndefined(crude) ? null : crude.ratio;
  return {
    model,
    modelOnScore:
      isUndefined(model) || model.scale === "score" ? model : modelContrast(input, score, undefined, level, "score"),
    marginal,
    observed: { with: observedRisk(input, 1, level), without: observedRisk(input, 0, level) },
    treatment: treated,
    adjusted,
    strata: riskStrataEffect(input, level),
    untreated,
    performance:
      isUndefined(weights) || input.scoreKind !== "probability"
        ? undefinedBecause(isUndefined(weights) ? weights.reason : "NOT_A_PROBABILITY")
        : counterfactualPerformance(weights, score, level),
    eValue: ratio === null ? undefinedBecause("ZERO_DENOMINATOR") : eValue(ratio.value, ratio.interval),
    tipping:
      ratio === null || isUndefined(shares)
        ? undefinedBecause("MISSING_INPUT")
        : tippingTreatmentEffect(ratio.value, {
            withFactor: shares.risk.with,
            withoutFactor: shares.risk.without,
          }),
    reclassified:
      counterfactual === undefined
        ? []
        : thresholds.map((threshold) => ({
            threshold,
            patients: reclassifiedByFactor(factor, counterfactual, outcome, threshold),
          })),
    verdict:
      direction === undefined
        ? undefined
        : treatmentMaskingVerdict(
            {
              model: isUndefined(model) ? null : limitsOf(model.effect),
              treatment: isUndefined(treated) || treatment === undefined ? null : treated.interval,
              untreated: assessable && !isUndefined(adjusted.untreated) ? adjusted.untreated.difference.interval : null,
            },
            direction,
          ),
    maskingP:
      direction === undefined || !assessable
        ? null
        : maskingP(direction, [
            isUndefined(model) ? null : model.effect,
            isUndefined(treated) ? null : treated,
            isUndefined(adjusted.untreated) ? null : adjusted.untreated.difference,
          ]),
  };
}

interface ObservedRisk {
  readonly value: number;
  readonly interval: Interval | null;
}

function observedRisk(
  { outcome, factor, weight, cluster }: FactorInput,
  level: 0 | 1,
  confidence: number,
): ObservedRisk | null {
  const known = Float64Array.from(outcome, (y, i) => (factor[i] === level && (y === 0 || y === 1) ? y : Number.NaN));
  const sampling = { ...(weight === undefined ? {} : { weight }), ...(cluster === undefined ? {} : { cluster }) };
  const mean = sampleMean(known, Array.from(known.keys()), sampling);
  return mean === null ? null : { value: mean.value, interval: intervalOfMean(mean, "share", confidence) };
}

/** A model that moves every patient alike has no error to show, and needs none: its effect is known. */
function limitsOf({ interval, value, standardError }: Effect): { low: number; high: number } | null {
  return interval ?? (standardError === 0 ? { low: value, high: value } : null);
}

function treatmentDifference(
  { factor, treatment, weight, cluster }: FactorInput,
  { treatment: counted }: MarginalContrasts,
  level: number,
): FactorAnalysis["treatment"] {
  if (treatment === undefined || isUndefined(counted)) return undefinedBecause("MISSING_INPUT");
  const given = Float64Array.from(treatment, (t) => (t === 0 || t === 1 ? t : Number.NaN));
  const rowsWith = (f: 0 | 1): number[] => [...given.keys()].filter((i) => factor[i] === f);
  const sampling = { ...(weight === undefined ? {} : { weight }), ...(cluster === undefined ? {} : { cluster }) };
  const means = meanDifference(given, { group: rowsWith(1), reference: rowsWith(0) }, level, sampling);
  if (isUndefined(means)) return means;
  const { gap } = means;
  if (weight !== undefined || cluster !== undefined) return { value: gap.value, interval: gap.interval, p: gap.p };
  return { value: gap.value, interval: counted.difference.interval, p: pooledP(counted) };
}

/** Of the score test of two proportions, which no empty cell upsets. */
function pooledP({ risk, rows, events }: RiskContrast): number {
  const share = (events.with + events.without) / (rows.with + rows.without);
  const variance = share * (1 - share) * (1 / rows.with + 1 / rows.without);
  return variance > 0 ? twoSidedP((risk.with - risk.without) / Math.sqrt(variance)) : 1;
}

/** The intersection-union p of: model against the direction, treatment along it, untreated contrast along it. */
function maskingP(
  direction: 1 | -1,
  [model, treatment, untreated]: readonly [Tested | null, Tested | null, Tested | null],
): number | null {
  if (model === null || treatment === null || untreated === null) return null;
  const parts = [
    { of: model, along: -direction },
    { of: treatment, along: direction },
    { of: untreated, along: direction },
  ].map(({ of, along }) => (of.value * along > 0 ? (of.p ?? (of.standardError === 0 ? 0 : 1)) : 1));
  return Math.max(...parts);
}

interface Tested {
  readonly value: number;
  readonly p: number | null;
  readonly standardError?: number | null;
}
