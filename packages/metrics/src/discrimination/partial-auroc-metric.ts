import type { Metric } from "../metric.ts";
import { undefinedBecause } from "../result.ts";
import { partialAurocFpr, partialAurocSensitivity } from "./partial-auroc.ts";

/**
 * Partial AUROC, standardised: the area under the part of the ROC curve where the score would be used, brought to the scale
 * of the whole area (McClish).
 *
 * The part is declared in the plan with the reason (`partialArea`: false positive rates up to a limit, or sensitivities
 * from one), before the curve is seen: a part chosen from the curve flatters it. It says nothing of the rest.
 *
 * Units       0.5 is uninformative and 1 perfect, as for the whole area; below 0.5 (to 0) is worse than chance.
 * Interval    percentile bootstrap that keeps the events and the non-events, expanded for few of either; blocks of whole patients where these repeat.
 *             None at 1, where nothing varies.
 * Undefined   without an event or without a non-event; MISSING_INPUT where no part is declared.
 *
 * @see McClish (1989) Med Decis Making 9:190-195; Jiang, Metz & Nishikawa (1996) Radiology 201:745-750.
 */
export const partialAuroc: Metric = {
  id: "partialAuroc",
  name: "Partial AUROC, standardised",
  family: "discrimination",
  unit: "probability",
  range: [0, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0.5,
  thresholded: false,
  regional: true,
  headline: true,
  monotoneInvariant: true,
  intervalScale: "logit",
  resampled: { interval: "percentile", chance: false, stratified: true },
  contrast: "difference",
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  source: ["doi:10.1177/0272989X8900900307", "doi:10.1148/radiology.201.3.8939225"],
  point(counts, { region }) {
    if (region === undefined) return undefinedBecause("MISSING_INPUT");
    const { standardised } =
      "sensitivity" in region
        ? partialAurocSensitivity(counts, region.sensitivity)
        : partialAurocFpr(counts, region.falsePositiveRate);
    return {
      value: Math.min(1, Math.max(0, standardised)),
      ...(counts.score.length === 1 ? { flags: ["CONSTANT_SCORE"] } : {}),
    };
  },
};
