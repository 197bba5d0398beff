import type { AuditPlan, Tally } from "@auscult/core";
import type { Finding } from "../finding.ts";
import type {
  LabelChoiceAnalysis,
  LabelChoiceInput,
  LabelChoiceOptions,
  MeasureByScore,
} from "../label-choice/analyse-label-choice.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { Comparison } from "./label-choice.ts";
import { labelChoiceCharts } from "./label-choice-charts.ts";
import { curveFromTally } from "./label-choice-curve.ts";
import { labelChoiceLead, labelChoiceObstacle } from "./label-choice-lead.ts";
import { namesOf } from "./label-choice-names.ts";
import { labelChoiceNotes } from "./label-choice-notes.ts";
import { labelChoiceNumbers } from "./label-choice-numbers.ts";
import { curveTable, labelByNeedTable, rowsTable, thresholdTable } from "./label-choice-tables.ts";
import type { ProgrammeThreshold } from "./label-choice-thresholds.ts";
import { compositionTable, concentrationTable, swapTable } from "./label-choice-top-tables.ts";
import { tippingPoint } from "./tipping-table.ts";

/** What the findings of one comparison are made from. */
export interface ComparisonAnalysed {
  readonly analysis: LabelChoiceAnalysis | Undefined;
  readonly input: LabelChoiceInput;
  readonly options: LabelChoiceOptions;
  readonly comparison: Comparison;
  readonly thresholds: readonly ProgrammeThreshold[];
  readonly tally: Tally;
}

/** One finding for each need: the verdict, in plain words and in numbers, what limits it, and what to draw. */
export function labelChoiceFindings(of: ComparisonAnalysed, plan: AuditPlan): Finding[] {
  const { analysis, input, options, comparison, thresholds, tally } = of;
  const { labelChoice, labels = {}, policy } = plan;
  if (labelChoice === undefined) return [];
  const nameOf = (id: string): string => labels[id]?.label ?? id;
  const curve = (measure: MeasureByScore) => {
    const counted = input.percentile === undefined ? curveFromTally(tally, measure.id, comparison, options) : undefined;
    return { of: counted ?? measure.curve, fromCounts: counted !== undefined };
  };
  return labelChoice.needs.map((declared, k): Finding => {
    const names = namesOf(nameOf, labelChoice.label, declared.label, comparison);
    const shared = {
      id: `label-choice:${comparison.subgroup}:${declared.label}`,
      kind: "label-choice",
      subject: { say: "labelForNeed", with: { label: names.label, need: names.need } },
      subgroup: comparison.subgroup,
      scope: "local",
      exploratory: false,
      source: ["doi:10.1126/science.aax2342"],
    } as const;
    const cannot = (why: Undefined): Finding => ({
      ...shared,
      verdict: "not_estimable",
      reason: why.reason,
      notes: [labelChoiceObstacle(why, names, knownRows(input, isUndefined(analysis) ? undefined : k))],
      numbers: [],
      tables: [],
      charts: [],
    });
    if (isUndefined(analysis)) return cannot(analysis);
    const need = analysis.needs[k]!;
    if (isUndefined(need)) return cannot(need);
    const tipping = tippingPoint(input, declared.label, labelChoice.accuracy, names);
    const tables = [
      curveTable("needByScore", names.need, curve(need), names),
      curveTable("labelByScore", names.label, curve(analysis.label), names),
      compositionTable(analysis, names, thresholds),
      labelByNeedTable(need, names),
      thresholdTable(
        [
          [names.need, need],
          [names.label, analysis.label],
        ],
        thresholds,
        names,
      ),
      concentrationTable(analysis, names, thresholds),
      swapTable(need, names, thresholds),
      rowsTable(analysis, need, names),
      ...(tipping === undefined ? [] : [tipping.table]),
    ].filter(({ rows }) => rows.length > 0);
    // What is the same for every need is drawn with the first and stands in the others' tables.
    const first = analysis.needs.findIndex((other) => !isUndefined(other)) === k;
    const charts = [
      ...labelChoiceCharts(analysis, names, thresholds).filter(({ id }) => first || !SHARED.includes(id)),
      ...(tipping === undefined ? [] : [tipping.chart]),
    ];
    return {
      ...shared,
      verdict: need.verdict,
      lead: labelChoiceLead(analysis, need, names, thresholds, declared.seenWithoutCare),
      ...labelChoiceNotes(input, declared, names, { policy, labelChoice }),
      numbers: [
        ...labelChoiceNumbers(analysis, need, names, thresholds),
        ...(tipping?.number === undefined ? [] : [tipping.number]),
      ],
      tables,
      charts: charts.filter((chart) => tables.some(({ id }) => id === chart.table)),
    };
  });
}

const SHARED = ["labelByScore", "composition"];

/** Rows of each side with a score, and with a need where one is asked for. */
function knownRows({ score, side, needs }: LabelChoiceInput, need: number | undefined) {
  const values = need === undefined ? score : needs[need]!.values;
  const count = (which: number): number =>
    values.reduce((n, v, i) => (side[i] === which && !Number.isNaN(v) && !Number.isNaN(score[i]!) ? n + 1 : n), 0);
  return { groupRows: count(1), referenceRows: count(0) };
}
