import type { Cohort } from "@auscult/core";
import type { Label } from "../phrases.ts";
import type { LabelChoicePlan } from "./label-choice.ts";
import { percentileText } from "./numbers.ts";

/** A threshold at which the programme acts, as declared. */
export interface ProgrammeThreshold {
  readonly percentile: number;
  /** Who lies above it, in words. */
  readonly top: Label;
  /** In a drawing, where there is little room. */
  readonly short: Label;
  readonly reason: string;
}

/** Percentiles as declared; a capacity is the percentile above which that many rows of the cohort lie. */
export function programmeThresholds(
  { thresholds }: LabelChoicePlan,
  { score }: Pick<Cohort, "score">,
): ProgrammeThreshold[] {
  const scored = score.reduce((n, s) => (Number.isNaN(s) ? n : n + 1), 0);
  return thresholds.map((declared): ProgrammeThreshold => {
    const percentile =
      "percentile" in declared ? declared.percentile : Math.max(0, 100 * (1 - declared.capacity / scored));
    const text = percentileText(percentile);
    return {
      percentile,
      top:
        "percentile" in declared
          ? { say: "percentileAndAbove", with: { percentile: text } }
          : { say: "capacityOf", with: { places: declared.capacity, percentile: text } },
      short: { say: "percentileBecause", with: { percentile: text, because: declared.reason } },
      reason: declared.reason,
    };
  });
}
