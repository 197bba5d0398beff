import { scoreCounts } from "@auscult/core";
import { calibrationWithinGroups } from "../calibration/calibration-within-groups.ts";
import type { LikelihoodRatioTest } from "../inference/likelihood-ratio.ts";
import type { Phrase } from "../phrases.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { Beside, RowAnalysis } from "../row-analysis.ts";
import { type AttributeGroup, attributeGroups } from "./attribute-groups.ts";

const QUESTIONS = ["anyMiscalibration", "equalInTheLarge", "groupGivenRecalibration", "slopeInteraction"] as const;

/**
 * Is miscalibration common to the subgroups of an attribute, which recalibration for all would mend, or does it differ
 * between them? Joint likelihood-ratio tests, read beside the subgroups' own O:E, calibration-in-the-large and slope.
 *
 * Withheld where patients have several rows (the tests assume independent rows) and where rows are weighted.
 *
 * @see methods E10; Van Calster et al (2016) J Clin Epidemiol 74:167-176.
 */
export const calibrationWithinGroupsAnalysis: RowAnalysis = {
  id: "calibrationWithinGroups",
  source: ["Van Calster et al (2016) J Clin Epidemiol 74:167-176"],
  columns: () => [],
  analyse(_, plan, beside) {
    const groups = attributeGroups(beside).filter(({ crossed }) => !crossed);
    if (plan.score?.kind !== "probability" || groups.length === 0) return [];
    const shared = {
      id: "calibration-within-groups",
      kind: "calibration-within-groups",
      subject: { say: "calibrationTests" },
      scope: "counts",
      exploratory: false,
      numbers: [],
      charts: [],
      source: calibrationWithinGroupsAnalysis.source,
    } as const;
    const dependent = beside.tally.patients?.repeated === true && !beside.options.assumeIndependentRows;
    if (dependent) return [{ ...shared, verdict: "not_estimable", reason: "ROWS_NOT_INDEPENDENT", tables: [] }];
    return [
      {
        ...shared,
        verdict: "described",
        notes: [{ say: "calibrationTestsNote" }],
        tables: [
          {
            id: "tests",
            caption: { say: "calibrationTestsCaption" },
            columns: [
              { id: "attribute", label: { say: "attribute" }, unit: "text" },
              { id: "question", label: { say: "question" }, unit: "text" },
              { id: "statistic", label: { say: "chiSquared" }, unit: "number" },
              { id: "degreesOfFreedom", label: { say: "degreesOfFreedom" }, unit: "count" },
              { id: "p", label: { say: "p" }, unit: "p" },
            ],
            rows: groups.flatMap((group) => rowsOf(group, beside)),
          },
        ],
      },
    ];
  },
};

function rowsOf({ label, subgroups }: AttributeGroup, { tally }: Beside) {
  const counts = subgroups.map((subgroup) => scoreCounts(tally, subgroup)).filter(({ score }) => score.length > 0);
  const found = calibrationWithinGroups(counts);
  return QUESTIONS.map((question) => {
    const test: LikelihoodRatioTest | Undefined = isUndefined(found) ? found : found[question];
    const asked: Phrase = { say: question };
    return isUndefined(test)
      ? [label, asked, null, null, null]
      : [label, asked, test.chiSquared, test.degreesOfFreedom, test.p];
  });
}
