import type { Interval } from "../result.ts";

/** What the model's, the treatment's and the untreated contrast say together about one declared factor (methods G6). */
export const TREATMENT_MASKING_VERDICTS = [
  /** The model moves with the declared direction. */
  "no_conflict",
  "direction_not_established",
  /** The model contradicts the declared direction, and what would explain it cannot be had from these data. */
  "conflict_not_assessable",
  /** Contrary also among the untreated: the factor is contrary here without treatment too. */
  "conflict_persists_after_adjustment",
  /** Patients with the factor are not treated more, so treatment does not explain the contradiction. */
  "conflict_unexplained",
  /** Treated more, and riskier than others when nobody is treated: treatment hides the risk from the model. */
  "treatment_masking_supported",
  /** Treated more; the untreated contrast leaves it open. */
  "treatment_masking_suspected",
  "not_estimable",
] as const;
export type TreatmentMaskingVerdict = (typeof TREATMENT_MASKING_VERDICTS)[number];

export type Limits = Pick<Interval, "low" | "high">;

/** Intervals of one level, each factor-present minus factor-absent. */
export interface MaskingContrasts {
  /** The model's prediction. */
  readonly model: Limits | null;
  /** The share treated. */
  readonly treatment: Limits | null;
  /** Risk had nobody been treated; `null` where nobody is untreated or too few to weigh up (methods G3). */
  readonly untreated: Limits | null;
}

/**
 * The verdict on one risk factor. `direction` is the clinician's declared expectation: 1 where the factor raises risk, −1
 * where it lowers it. It speaks of the model against declared knowledge, and of whether treatment can account for the
 * contradiction; not of the factor's causal effect, nor of whether the model predicts well under usual care.
 */
export function treatmentMaskingVerdict(contrasts: MaskingContrasts, direction: 1 | -1): TreatmentMaskingVerdict {
  if (contrasts.model === null) return "not_estimable";
  const model = along(contrasts.model, direction);
  if (model.low > 0) return "no_conflict";
  if (!(model.high < 0)) return "direction_not_established";
  if (contrasts.treatment === null || contrasts.untreated === null) return "conflict_not_assessable";
  const treatment = along(contrasts.treatment, direction);
  const untreated = along(contrasts.untreated, direction);
  if (untreated.high < 0) return "conflict_persists_after_adjustment";
  if (treatment.low <= 0) return "conflict_unexplained";
  return untreated.low > 0 ? "treatment_masking_supported" : "treatment_masking_suspected";
}

function along({ low, high }: Limits, direction: 1 | -1): Limits {
  return direction === 1 ? { low, high } : { low: -high, high: -low };
}
