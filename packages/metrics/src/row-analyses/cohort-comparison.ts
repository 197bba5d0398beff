import type { Finding } from "../finding.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { caseMixFinding } from "./case-mix-finding.ts";
import { notEstimable, referenceOf } from "./compared-features.ts";
import { featuresFinding } from "./features-finding.ts";
import { targetFindings } from "./target-findings.ts";

/**
 * How these patients differ from those that the model was made or tested on, and from those that it is meant for.
 *
 * Each declared feature by itself, all of them together, what is missing, units and codes that changed, the spread of the
 * risks, patients that are in both; and the shares of subgroups beside those of a target population. Nothing is judged by
 * a rule of thumb: distances stand beside their intervals, what chance would give and the declared margin.
 */
export const cohortComparisonAnalysis: RowAnalysis = {
  id: "cohortComparison",
  source: [
    "Yurdakul & Naranjo (2020) J Risk Model Valid 14(4)",
    "Debray et al. (2015) J Clin Epidemiol 68:279-289",
    "Gretton et al. (2012) J Mach Learn Res 13:723-773",
    "Lopez-Paz & Oquab (2017) ICLR",
  ],
  columns: ({ reference }) => (reference?.features ?? []).map(({ column }) => column),
  analyse(cohort, plan, { tally, reference: rows }): readonly Finding[] {
    const { reference, targetPopulation } = plan;
    if (reference === undefined && targetPopulation === undefined) return [];
    if (cohort.weight !== undefined)
      return [
        notEstimable("cohort-comparison", reference?.description ?? targetPopulation!.description, "WEIGHTED_ROWS"),
      ];
    const findings: Finding[] = [];
    const compared = reference === undefined ? undefined : referenceOf(cohort, plan, rows);
    if (compared !== undefined) {
      findings.push(featuresFinding(compared));
      findings.push(caseMixFinding(compared));
    }
    return [...findings, ...targetFindings(cohort, plan, tally)];
  },
};
