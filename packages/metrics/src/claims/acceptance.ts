import type { Metric } from "../metric.ts";

/** How far from the claim a local value may lie. */
export type ClaimMargin = { readonly difference: number } | { readonly ratio: readonly [number, number] };

/** The local values that meet a claim; an end that nothing bounds is infinite. */
export interface Acceptance {
  readonly low: number;
  readonly high: number;
}

/** What is said of a claim in one population. */
export const CLAIM_VERDICTS = ["claim_met", "claim_not_shown", "claim_not_met"] as const;
export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

/** A claim that is not shown to fail for all, and is for some. */
export type ClaimVerdictOfAll = ClaimVerdict | "claim_not_met_for_some";

/**
 * The local values that meet a claim with its margin.
 *
 * A metric that is better the higher is accepted from claim less margin on, one that is better the lower up to claim plus
 * margin: a better result than claimed never fails. One that should be at its ideal (an O:E ratio), or that is neither
 * good nor bad (a share flagged), must lie within the margin on both sides. A range that was claimed is met from its
 * worse end on.
 *
 * @see Wellek (2010) Testing Statistical Hypotheses of Equivalence and Noninferiority.
 */
export function acceptanceOf(
  { better }: Pick<Metric, "better">,
  { from, to }: { readonly from: number; readonly to: number },
  margin: ClaimMargin,
): Acceptance {
  const low = "ratio" in margin ? from * margin.ratio[0] : from - margin.difference;
  const high = "ratio" in margin ? to * margin.ratio[1] : to + margin.difference;
  if (better === "higher") return { low, high: Infinity };
  if (better === "lower") return { low: -Infinity, high };
  return { low, high };
}

/**
 * What one interval of the local value says of a claim: wholly inside what is accepted, met; wholly outside, not met;
 * otherwise not shown, which is not the same as failed: the data may be too few. Non-inferiority at one-sided 2.5 % where
 * the interval is at 95 %. No interval: nothing can be said.
 */
export function claimVerdict(
  interval: { readonly low: number; readonly high: number } | null,
  accepted: Acceptance,
): ClaimVerdict | "not_estimable" {
  if (interval === null || !(interval.low <= interval.high)) return "not_estimable";
  if (interval.low > accepted.low && interval.high < accepted.high) return "claim_met";
  if (interval.high < accepted.low || interval.low > accepted.high) return "claim_not_met";
  return "claim_not_shown";
}
