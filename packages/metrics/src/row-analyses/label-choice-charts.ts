import type { FindingChart } from "../finding.ts";
import type { LabelChoiceAnalysis } from "../label-choice/analyse-label-choice.ts";
import { isUndefined } from "../result.ts";
import type { LabelChoiceNames } from "./label-choice-names.ts";
import type { ProgrammeThreshold } from "./label-choice-thresholds.ts";

/** Need and label by the score (the paper's figure 1), who is in the top, and the label at equal need. */
export function labelChoiceCharts(
  { top }: LabelChoiceAnalysis,
  names: LabelChoiceNames,
  thresholds: readonly ProgrammeThreshold[],
): FindingChart[] {
  const lines = { mark: "lines", y: "mean", low: "low", high: "high", series: "group" } as const;
  const acts = thresholds.map(({ percentile, short }) => ({
    axis: "x" as const,
    at: percentile,
    kind: "threshold" as const,
    label: short,
  }));
  const curve = (id: string, measure: string): FindingChart => ({
    ...lines,
    id,
    title: { say: "measureByPercentile", with: { measure } },
    table: id,
    x: "percentile",
    rules: acts,
  });
  const everybody = top.flatMap(({ orders }) => {
    const score = orders.find(({ by }) => by === "score")?.top;
    return score === undefined || isUndefined(score) ? [] : [score.baseRate];
  })[0];
  return [
    curve("needByScore", names.need),
    curve("labelByScore", names.label),
    {
      id: "composition",
      title: { say: "whoIsInTop" },
      table: "composition",
      mark: "bars",
      x: "order",
      y: "share",
      low: "low",
      high: "high",
      facet: "threshold",
      rules:
        everybody === undefined
          ? []
          : [
              {
                axis: "y",
                at: everybody,
                kind: "ideal",
                label: { say: "shareOfEverybody", with: { group: names.group } },
              },
            ],
    },
    {
      ...lines,
      id: "labelByNeed",
      title: { say: "labelAtEachNeed", with: { label: names.label, need: names.need } },
      table: "labelByNeed",
      x: "need",
    },
  ];
}
