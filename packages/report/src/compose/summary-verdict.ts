import type { Contrast, Verdict } from "@auscult/metrics";
import type { SummaryVerdict } from "../audit-report.ts";

const OF_VERDICT: Readonly<Record<Verdict, SummaryVerdict>> = {
  equivalent: "equivalent",
  equivalent_but_different: "equivalent",
  difference_of_uncertain_relevance: "inconclusive",
  inequity_demonstrated: "gap-shown",
  inconclusive: "inconclusive",
  not_estimable: "not-estimable",
  margin_not_declared: "not-judged",
};

/**
 * The verdict as a headline says it. A gap is shown only if it also holds over the whole family: where the adjusted
 * p is above alpha, the headline is that the data do not settle it.
 */
export function summaryVerdict({ verdict, pAdjusted }: Contrast, level: number): SummaryVerdict {
  const summary = OF_VERDICT[verdict];
  if (summary === "gap-shown" && pAdjusted !== undefined && pAdjusted > 1 - level) return "inconclusive";
  return summary;
}
