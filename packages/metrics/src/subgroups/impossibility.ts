import { type Undefined, undefinedBecause } from "../result.ts";

/** What a subgroup's flags amount to at one threshold. */
export interface ErrorRates {
  readonly prevalence: number;
  readonly sensitivity: number;
  readonly ppv: number;
  readonly falsePositiveRate: number;
}

/**
 * `compatible`: prevalences are equal, so that equal PPV, sensitivity and false positive rate can hold together.
 * `perfect`: nothing but events is flagged and every event is; all criteria hold whatever the prevalences.
 * `conflict`: at these prevalences equal PPV and sensitivity force unequal false positive rates.
 * `unattainable`: equal PPV and sensitivity would need a false positive rate above 1.
 */
export type CriteriaRelation = "compatible" | "perfect" | "conflict" | "unattainable";

export interface ImpossibilityExplained {
  readonly relation: CriteriaRelation;
  readonly reference: ErrorRates;
  readonly subgroup: Pick<ErrorRates, "prevalence" | "falsePositiveRate">;
  /** The subgroup's false positive rate if its PPV and sensitivity were the reference's; above 1 where unattainable. */
  readonly impliedFalsePositiveRate: number;
  /** `impliedFalsePositiveRate` less the reference's: the gap that equal PPV and sensitivity would force. */
  readonly forcedGap: number;
}

/**
 * Why fairness criteria cannot all be met: with unequal prevalence, equal PPV and equal sensitivity force unequal false
 * positive rates, for FPR = π/(1 − π) × (1 − PPV)/PPV × sensitivity. Computed for this subgroup: its prevalence with the
 * reference's PPV and sensitivity gives the false positive rate that would follow.
 *
 * It is arithmetic, not an estimate: it has no interval, and it explains a conflict without saying which criterion to
 * give up. Calibration within subgroups at the threshold and net benefit are the clinical criteria (methods E7).
 *
 * Undefined  MISSING_INPUT where a rate is not defined; ONE_CLASS where a prevalence is 0 or 1; ZERO_DENOMINATOR where the
 *            reference's PPV is 0.
 *
 * @see Chouldechova (2017) Big Data 5:153-163; Kleinberg, Mullainathan & Raghavan (2017) ITCS.
 */
export function explainImpossibility(
  reference: ErrorRates,
  subgroup: Pick<ErrorRates, "prevalence" | "falsePositiveRate">,
): ImpossibilityExplained | Undefined {
  const rates = [reference.sensitivity, reference.ppv, reference.falsePositiveRate, subgroup.falsePositiveRate];
  const prevalences = [reference.prevalence, subgroup.prevalence];
  if ([...rates, ...prevalences].some((r) => !(r >= 0 && r <= 1))) return undefinedBecause("MISSING_INPUT");
  if (prevalences.some((p) => p === 0 || p === 1)) return undefinedBecause("ONE_CLASS");
  if (reference.ppv === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const odds = subgroup.prevalence / (1 - subgroup.prevalence);
  const impliedFalsePositiveRate = odds * ((1 - reference.ppv) / reference.ppv) * reference.sensitivity;
  return {
    relation: relationOf(reference, subgroup.prevalence, impliedFalsePositiveRate),
    reference,
    subgroup: { prevalence: subgroup.prevalence, falsePositiveRate: subgroup.falsePositiveRate },
    impliedFalsePositiveRate,
    forcedGap: impliedFalsePositiveRate - reference.falsePositiveRate,
  };
}

function relationOf(reference: ErrorRates, prevalence: number, implied: number): CriteriaRelation {
  if (reference.ppv === 1 && reference.sensitivity === 1) return "perfect";
  if (implied > 1) return "unattainable";
  return prevalence === reference.prevalence ? "compatible" : "conflict";
}
