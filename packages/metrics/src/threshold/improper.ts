import type { Metric } from "../metric.ts";

/** What the summaries of the 2 × 2 table share that are improper (methods 0.9): for an appendix, never a headline. */
export const improper = {
  family: "threshold",
  thresholded: true,
  headline: false,
  monotoneInvariant: true,
} as const satisfies Partial<Metric>;

export const REVIEW = "Van Calster et al. (2025) Lancet Digit Health, arXiv:2412.10288";
