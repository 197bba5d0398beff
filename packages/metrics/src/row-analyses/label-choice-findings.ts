import type { AuditPlan } from "@auscult/core";
import type { Finding, FindingNumber, FindingUnit } from "../finding.ts";
import type {
  EqualScore,
  LabelChoiceAnalysis,
  LabelChoiceInput,
  NeedAnalysis,
} from "../label-choice/analyse-label-choice.ts";
import type { Swap } from "../label-choice/swap-simulation.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { Comparison } from "./label-choice.ts";
import { labelChoiceTables, type MeasureNames } from "./label-choice-tables.ts";
import { asRatio, numberOf, percentileText, plainNumber } from "./numbers.ts";
import { tippingTable } from "./tipping-table.ts";

/** One finding for each need: the verdict, the numbers it rests on, and what to draw. */
export function labelChoiceFindings(
  analysis: LabelChoiceAnalysis | Undefined,
  plan: AuditPlan,
  comparison: Comparison,
  input: LabelChoiceInput,
): Finding[] {
  const { labelChoice, labels = {} } = plan;
  if (labelChoice === undefined) return [];
  const nameOf = (id: string): string => labels[id]?.label ?? id;
  return labelChoice.needs.map((declared, k): Finding => {
    const names = { label: nameOf(labelChoice.label), need: nameOf(declared.label), of: nameOf };
    const shared = {
      id: `label-choice:${comparison.subgroup}:${declared.label}`,
      kind: "label-choice",
      subject: `${names.label} for ${names.need}`,
      subgroup: comparison.subgroup,
      scope: "local",
      exploratory: false,
      source: ["doi:10.1126/science.aax2342"],
    } as const;
    const cannot = ({ reason }: Undefined): Finding => ({
      ...shared,
      verdict: "not_estimable",
      reason,
      numbers: [],
      tables: [],
      charts: [],
    });
    if (isUndefined(analysis)) return cannot(analysis);
    const of = analysis.needs[k]!;
    if (isUndefined(of)) return cannot(of);
    const { tables, charts } = labelChoiceTables(analysis, of, names, comparison);
    const tipping = tippingTable(input, declared.label, labelChoice.accuracy, comparison);
    return {
      ...shared,
      verdict: of.verdict,
      numbers: numbersOf(analysis, of, names, comparison),
      tables: [...tables, ...(tipping === undefined ? [] : [tipping.table])],
      charts: [...charts, ...(tipping === undefined ? [] : [tipping.chart])],
    };
  });
}

function numbersOf(
  { label, top }: LabelChoiceAnalysis,
  need: NeedAnalysis,
  names: MeasureNames,
  { group, reference }: Comparison,
): FindingNumber[] {
  const against = `${group} against ${reference}`;
  const numbers = [
    gapNumber("labelGap", `${names.label} at equal score, ${against}`, label.equalScore),
    gapNumber("needGap", `${names.need} at equal score, ${against}`, need.equalScore),
    numberOf(
      ["needGapWithin", `${names.need} within percentiles of the score, ${against}`, "number"],
      isUndefined(need.equalScore)
        ? need.equalScore
        : isUndefined(need.equalScore.within)
          ? need.equalScore.within
          : need.equalScore.within.gap,
    ),
    numberOf(
      ["labelAtEqualNeed", `${names.label} at equal ${names.need}, ${group} / ${reference}`, "ratio"],
      isUndefined(need.labelAtNeed)
        ? need.labelAtNeed
        : need.labelAtNeed.ratio === null
          ? undefinedBecause("ZERO_DENOMINATOR")
          : { value: need.labelAtNeed.ratio, interval: need.labelAtNeed.ratioInterval },
    ),
  ];
  for (const [k, { percentile, orders }] of top.entries()) {
    const at = `top ${percentileText(100 - percentile)} %`;
    const score = orders.find(({ by }) => by === "score")!;
    const byNeed = orders.find(({ by, id }) => by === "need" && id === need.id)!;
    for (const order of [score, byNeed]) {
      const what = order === score ? "score" : names.need;
      numbers.push(
        numberOf(
          [
            `top${percentileText(percentile)}By${order === score ? "Score" : "Need"}`,
            `Share of ${group} in the ${at} by ${what}`,
            "proportion",
          ],
          isUndefined(order.top) ? order.top : { value: order.top.share, interval: order.interval },
        ),
      );
    }
    if (!isUndefined(score.top) && !isUndefined(byNeed.top)) {
      const more = byNeed.top.members - score.top.members;
      const words = `Patients of ${group} more in the ${at} by ${names.need} than by score (if need were known exactly)`;
      numbers.push(plainNumber([`more${percentileText(percentile)}`, words, "number"], more));
    }
    const swaps = need.swaps[k]!;
    const swapped = (id: string, words: string, swap: Swap | Undefined): FindingNumber =>
      plainNumber(
        [`swap${percentileText(percentile)}${id}`, words, "proportion"],
        isUndefined(swap) ? swap : swap.shareAfter,
      );
    const who = `Share of ${group} in the ${at}`;
    numbers.push(swapped("ByNeed", `${who} if places went to the neediest`, swaps.byNeed));
    numbers.push(swapped("Corrected", `${who} after the authors' swaps, corrected 2022`, swaps.corrected));
    if (swaps.published !== undefined)
      numbers.push(swapped("Published", `${who} after the authors' swaps as published 2019, faulty`, swaps.published));
  }
  return numbers;
}

function gapNumber(id: string, label: string, gap: EqualScore | Undefined): FindingNumber {
  if (isUndefined(gap)) return numberOf([id, label, "number"], gap);
  const unit: FindingUnit = gap.scale === "ratio" ? "ratio" : "number";
  return numberOf([id, label, unit], gap.scale === "ratio" ? asRatio(gap.average) : gap.average);
}
