import type { At, Metric, Point } from "../metric.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { ScoreCounts } from "@auscult/core";
import { confusion } from "./confusion.ts";

const shared = {
  family: "threshold",
  unit: "ratio",
  thresholded: true,
  headline: true,
  monotoneInvariant: true,
  intervalScale: "log",
  contrast: "ratio",
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  source: ["Simel, Samsa & Matchar (1991) J Clin Epidemiol 44:763-770"],
} as const;

/**
 * Positive likelihood ratio: how much more often patients with the outcome are flagged than those without it,
 * sensitivity / (1 - specificity). Infinite where nobody without the outcome is flagged. Interval: Simel's, on the log
 * scale, where both are flagged.
 */
export const positiveLikelihoodRatio: Metric = {
  ...shared,
  id: "positiveLikelihoodRatio",
  name: "Positive likelihood ratio",
  range: [0, Infinity],
  ideal: Infinity,
  better: "higher",
  uninformative: 1,
  point: (counts, at) => ratioOf(counts, at, "flagged"),
};

/**
 * Negative likelihood ratio: (1 - sensitivity) / specificity; how much more often patients with the outcome are passed
 * over. Interval: Simel's, on the log scale.
 */
export const negativeLikelihoodRatio: Metric = {
  ...shared,
  id: "negativeLikelihoodRatio",
  name: "Negative likelihood ratio",
  range: [0, Infinity],
  ideal: 0,
  better: "lower",
  uninformative: 1,
  point: (counts, at) => ratioOf(counts, at, "unflagged"),
};

function ratioOf(counts: ScoreCounts, { threshold = -Infinity }: At, side: "flagged" | "unflagged"): Point | Undefined {
  const { truePositives, falsePositives, falseNegatives, trueNegatives, weighted } = confusion(counts, threshold);
  const a = side === "flagged" ? truePositives.sum : falseNegatives.sum;
  const b = side === "flagged" ? falsePositives.sum : trueNegatives.sum;
  if (a === 0 && b === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const events = truePositives.sum + falseNegatives.sum;
  const nonEvents = falsePositives.sum + trueNegatives.sum;
  if (b === 0) return { value: Infinity };
  const value = a / events / (b / nonEvents);
  if (weighted || a === 0) return { value };
  return { value, standardError: value * Math.sqrt(1 / a - 1 / events + 1 / b - 1 / nonEvents) };
}
