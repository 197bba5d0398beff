import { type Undefined, undefinedBecause } from "../result.ts";

/** How often a label is right about need: shares, 0 to 1. */
export interface LabelAccuracy {
  /** P(labelled | truly in need). */
  readonly sensitivity: number;
  /** P(not labelled | truly not in need). */
  readonly specificity: number;
}

export interface CorrectedPrevalence {
  readonly value: number;
  /** √(p(1 − p)/n)/(sensitivity + specificity − 1): of the observed share only, the accuracies taken as known. */
  readonly standardError?: number;
  /** False where the value lies outside 0 to 1: the data refute the assumed accuracy. */
  readonly feasible: boolean;
}

/**
 * Prevalence of need behind a label that errs (Rogan–Gladen): (observed + specificity − 1)/(sensitivity + specificity − 1).
 *
 * An infeasible value is given as it is, with `feasible: false`; it is never cut to 0 or 1. `rows` gives the standard
 * error. Undefined: REFUTED_ASSUMPTION where sensitivity + specificity ≤ 1, a label no better than chance.
 * @see Rogan & Gladen (1978) Am J Epidemiol 107:71-76.
 */
export function correctedPrevalence(
  observed: number,
  { sensitivity, specificity }: LabelAccuracy,
  rows?: number,
): CorrectedPrevalence | Undefined {
  const information = sensitivity + specificity - 1;
  if (!(information > 0)) return undefinedBecause("REFUTED_ASSUMPTION");
  const value = (observed + specificity - 1) / information;
  const feasible = value >= 0 && value <= 1;
  if (rows === undefined || !(rows > 0)) return { value, feasible };
  return { value, feasible, standardError: Math.sqrt((observed * (1 - observed)) / rows) / information };
}

/**
 * The sensitivity of the label in a group at which its O:E ratio would, but for the label's misses, equal that of the
 * reference: reference sensitivity × O:E of the group / O:E of the reference. Specificity is taken as 1 in both.
 *
 * Above 1 no loss of sensitivity in the group explains the difference. Undefined: ZERO_DENOMINATOR.
 */
export function tippingSensitivity(
  group: { readonly observedExpected: number },
  reference: { readonly observedExpected: number; readonly sensitivity: number },
): number | Undefined {
  if (!(reference.observedExpected > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  return (reference.sensitivity * group.observedExpected) / reference.observedExpected;
}

/** The gap in true prevalence over a grid of assumed sensitivities, for a contour: rows are the group's, columns the reference's. */
export interface TippingContour {
  readonly groupSensitivity: readonly number[];
  readonly referenceSensitivity: readonly number[];
  /** Corrected prevalence, group − reference; null where either is infeasible. */
  readonly gap: readonly (readonly (number | null)[])[];
}

/**
 * How the gap in prevalence between a group and its reference changes with the label's assumed sensitivity in each.
 * The line where it crosses 0 is the tipping point: the least difference in how well need is recorded that would turn
 * the observed gap round.
 */
export function tippingContour(
  observed: { readonly group: number; readonly reference: number },
  assumed: {
    readonly groupSensitivity: readonly number[];
    readonly referenceSensitivity: readonly number[];
    readonly groupSpecificity?: number;
    readonly referenceSpecificity?: number;
  },
): TippingContour {
  const { groupSensitivity, referenceSensitivity, groupSpecificity = 1, referenceSpecificity = 1 } = assumed;
  const inGroup = groupSensitivity.map((s) => feasiblePrevalence(observed.group, s, groupSpecificity));
  const inReference = referenceSensitivity.map((s) => feasiblePrevalence(observed.reference, s, referenceSpecificity));
  const gap = inGroup.map((g) => inReference.map((r) => (g === null || r === null ? null : g - r)));
  return { groupSensitivity, referenceSensitivity, gap };
}

function feasiblePrevalence(observed: number, sensitivity: number, specificity: number): number | null {
  const corrected = correctedPrevalence(observed, { sensitivity, specificity });
  return "status" in corrected || !corrected.feasible ? null : corrected.value;
}
