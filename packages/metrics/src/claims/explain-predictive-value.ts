import { type Interval, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { FlagCounts } from "../threshold/flag-counts.ts";
import { predictiveValuesAtPrevalence } from "../threshold/prevalence-adjusted.ts";

/** What a claimed sensitivity and specificity would give here. */
export interface ClaimAtPrevalence {
  readonly value: number;
  /** `null` where the claim came without its counts, so that nothing is known of its error. */
  readonly interval: Interval | null;
}

/** The claimed sensitivity and specificity behind a predictive value: as shares, or as the published 2 × 2 table. */
export type ClaimedRates =
  | { readonly sensitivity: number; readonly specificity: number }
  | { readonly counts: FlagCounts };

/**
 * The PPV or NPV to expect at the local prevalence if the claimed sensitivity and specificity hold here: a PPV falls with
 * the prevalence though nothing is wrong with the model.
 *
 * Undefined: IMPOSSIBLE_PREDICTION where the prevalence is not inside (0, 1); ZERO_DENOMINATOR where nobody would be
 * flagged, or passed over.
 *
 * @see Mercaldo, Lau & Zhou (2007) Stat Med 26:2170-2183.
 */
export function claimAtPrevalence(
  which: "ppv" | "npv",
  claimed: ClaimedRates,
  prevalence: number,
  level: number,
): ClaimAtPrevalence | Undefined {
  if ("counts" in claimed) {
    const found = predictiveValuesAtPrevalence(claimed.counts, prevalence, level);
    if (isUndefined(found)) return found;
    const value = found[which];
    if (typeof value !== "number") return value;
    const { low, high } = which === "ppv" ? found.ppvInterval : found.npvInterval;
    return { value, interval: { low, high, level, method: "logit" } };
  }
  if (!(prevalence > 0 && prevalence < 1)) return undefinedBecause("IMPOSSIBLE_PREDICTION");
  const { sensitivity, specificity } = claimed;
  const [right, wrong] =
    which === "ppv"
      ? [sensitivity * prevalence, (1 - specificity) * (1 - prevalence)]
      : [specificity * (1 - prevalence), (1 - sensitivity) * prevalence];
  return right + wrong > 0 ? { value: right / (right + wrong), interval: null } : undefinedBecause("ZERO_DENOMINATOR");
}
