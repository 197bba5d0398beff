import { type Undefined, undefinedBecause } from "../result.ts";

export interface TreatmentShares {
  /** Share treated among patients with the factor, 0 to 1. */
  readonly withFactor: number;
  readonly withoutFactor: number;
}

/**
 * The factor's risk ratio had nobody been treated, if treatment multiplies risk by `treatmentEffect` (0.3: it takes away
 * seven in ten): observed ratio × (1 − t₀ + t₀E)/(1 − t₁ + t₁E).
 *
 * Assumes one effect of treatment for all, and treatment unrelated to residual risk within the factor. Undefined:
 * ZERO_DENOMINATOR where everybody with the factor is treated and treatment takes away all risk.
 * @see methods.md G4.
 */
export function untreatedRatio(
  observedRatio: number,
  { withFactor, withoutFactor }: TreatmentShares,
  treatmentEffect: number,
): number | Undefined {
  const left = 1 - withFactor + withFactor * treatmentEffect;
  if (!(left > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  return (observedRatio * (1 - withoutFactor + withoutFactor * treatmentEffect)) / left;
}

/** How strong treatment must be to explain a factor's contrary ratio, and whether any strength could. */
export type TippingEffect =
  | { readonly possible: true; readonly treatmentEffect: number }
  /** No treatment effect in [0, 1) brings the ratio to 1. */
  | { readonly possible: false };

/**
 * The treatment effect (risk ratio of treatment) at which the factor's untreated ratio is 1. A clinician judges whether
 * treatment is that effective: if it is more effective still, the factor's protection is the treatment's.
 *
 * `(1 − t₁) − R(1 − t₀)` over `R t₀ − t₁`, where it lies in [0, 1). A ratio already on the far side of 1 (or exactly 1)
 * needs no explanation and is `possible: false`; so is one that the difference in treatment cannot turn.
 */
export function tippingTreatmentEffect(
  observedRatio: number,
  { withFactor, withoutFactor }: TreatmentShares,
): TippingEffect {
  const effect = (1 - withFactor - observedRatio * (1 - withoutFactor)) / (observedRatio * withoutFactor - withFactor);
  return effect >= 0 && effect < 1 ? { possible: true, treatmentEffect: effect } : { possible: false };
}
