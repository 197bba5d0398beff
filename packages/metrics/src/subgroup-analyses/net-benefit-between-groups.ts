import { OVERALL, scoreCounts } from "@auscult/core";
import type { Mean } from "../inference/mean-over-rows.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { isUndefined } from "../result.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { netBenefitBetweenGroups } from "../utility/net-benefit-between-groups.ts";
import { measuredIn } from "./attribute-groups.ts";

/**
 * Whether acting on the score does as much good in each subgroup. A raw gap in net benefit mostly shows that one has more
 * events, so three are shown: raw, relative to the best possible, and at one prevalence for all. A subgroup in which
 * the model does worse than treating everybody or nobody is the strongest of findings.
 *
 * Intervals assume independent rows; they are left out where patients have several.
 *
 * @see methods D3; Vickers & Elkin (2006) Med Decis Making 26:565-574; Kerr et al (2016) J Clin Oncol 34:2534-2540.
 */
export const netBenefitBetweenGroupsAnalysis: RowAnalysis = {
  id: "netBenefitBetweenGroups",
  source: ["Vickers & Elkin (2006) Med Decis Making 26:565-574", "Kerr et al (2016) J Clin Oncol 34:2534-2540"],
  columns: () => [],
  analyse(_, plan, beside) {
    if (plan.score?.kind !== "probability") return [];
    const { tally, options, contrasts } = beside;
    const prevalence = measuredIn(beside, OVERALL.id, { metric: "prevalence" })?.estimate.value ?? null;
    if (prevalence === null) return [];
    const dependent = tally.patients?.repeated === true && !options.assumeIndependentRows;
    const limits = (of: Mean | undefined): (number | null)[] => {
      if (of === undefined) return [null, null, null];
      const reach = normalQuantile((1 + options.level) / 2) * of.standardError;
      return dependent ? [of.value, null, null] : [of.value, of.value - reach, of.value + reach];
    };
    const rows = beside.thresholds.flatMap((threshold) =>
      beside.subgroups.flatMap((subgroup) => {
        const against = contrasts.find((c) => c.subgroup === subgroup.id)?.against;
        if (subgroup.of.length !== 1 || against === undefined) return [];
        const comparator = beside.subgroups.find(({ id }) => id === against.subgroup) ?? { restOf: subgroup };
        const found = netBenefitBetweenGroups(scoreCounts(tally, subgroup), scoreCounts(tally, comparator), {
          threshold,
          prevalence,
        });
        if (isUndefined(found)) return [];
        return [
          [
            { subgroup: subgroup.id },
            { subgroup: against.subgroup },
            threshold,
            found.first.model.value,
            found.second.model.value,
            found.first.overBestDefault.value,
            ...limits(found.standardised),
            ...limits(found.atCommonPrevalence?.difference),
          ],
        ];
      }),
    );
    if (rows.length === 0) return [];
    return [
      {
        id: "net-benefit-between-groups",
        kind: "net-benefit-between-groups",
        subject: { say: "netBenefitGaps" },
        verdict: "described",
        scope: "counts",
        exploratory: false,
        notes: [{ say: "netBenefitGapsNote" }],
        numbers: [],
        tables: [
          {
            id: "netBenefit",
            caption: { say: "netBenefitGapsCaption", with: { prevalence } },
            columns: [
              { id: "subgroup", label: { say: "group" }, unit: "text" },
              { id: "against", label: { say: "comparedWith" }, unit: "text" },
              { id: "threshold", label: { say: "threshold" }, unit: "number" },
              { id: "here", label: { say: "netBenefitHere" }, unit: "number" },
              { id: "there", label: { say: "netBenefitThere" }, unit: "number" },
              { id: "overDefault", label: { say: "overDefaultHere" }, unit: "number" },
              { id: "standardised", label: { say: "standardisedGap" }, unit: "number" },
              { id: "standardisedLow", label: { say: "low" }, unit: "number" },
              { id: "standardisedHigh", label: { say: "high" }, unit: "number" },
              { id: "common", label: { say: "gapAtCommonPrevalence" }, unit: "number" },
              { id: "commonLow", label: { say: "low" }, unit: "number" },
              { id: "commonHigh", label: { say: "high" }, unit: "number" },
            ],
            rows,
          },
        ],
        charts: [],
        source: netBenefitBetweenGroupsAnalysis.source,
      },
    ];
  },
};
