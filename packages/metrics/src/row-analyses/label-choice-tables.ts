import type { FindingTable } from "../finding.ts";
import type { LabelChoiceAnalysis, MeasureByScore, NeedAnalysis } from "../label-choice/analyse-label-choice.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import type { MeasureCurve } from "./label-choice-curve.ts";
import type { LabelChoiceNames } from "./label-choice-names.ts";
import type { ProgrammeThreshold } from "./label-choice-thresholds.ts";
import { limits, percentileText } from "./numbers.ts";

const GROUP = { id: "group", label: { say: "group" }, unit: "text" } as const;
const ROWS = { id: "rows", label: { say: "rows" }, unit: "count" } as const;
const LIMITS = [
  { id: "low", label: { say: "low" }, unit: "number" },
  { id: "high", label: { say: "high" }, unit: "number" },
] as const;

/** Levels of need with fewer rows of either group are not drawn: their means say nothing. */
const FEWEST = 20;

/** One measure by percentile of the score in both groups. */
export function curveTable(
  id: string,
  measure: string,
  curve: { readonly of: MeasureCurve; readonly fromCounts: boolean },
  { group, reference }: LabelChoiceNames,
): FindingTable {
  return {
    id,
    caption: { say: "measureByPercentile", with: { measure } },
    ...(curve.fromCounts ? { scope: "counts" } : {}),
    columns: [
      { id: "percentile", label: { say: "percentileOfScore" }, unit: "number" },
      GROUP,
      ROWS,
      { id: "mean", label: measure, unit: "number" },
      ...LIMITS,
    ],
    rows: (
      [
        [group, curve.of.group],
        [reference, curve.of.reference],
      ] as const
    ).flatMap(([who, bins]) =>
      bins.map(({ from, to, rows, mean, interval }) => [(from + to) / 2, who, rows, mean, ...limits(interval)]),
    ),
  };
}

/** What is spent on whom at each level of need. */
export function labelByNeedTable({ labelByNeed }: NeedAnalysis, names: LabelChoiceNames): FindingTable {
  const enough = (need: number): boolean => labelByNeed.every((l) => l.need !== need || l.rows >= FEWEST);
  return {
    id: "labelByNeed",
    caption: { say: "labelByNeed", with: { label: names.label, need: names.need, rows: FEWEST } },
    columns: [
      { id: "need", label: names.need, unit: "number" },
      GROUP,
      ROWS,
      { id: "mean", label: names.label, unit: "number" },
      ...LIMITS,
    ],
    rows: labelByNeed
      .filter(({ need }) => enough(need))
      .map(({ need, side, rows, mean, interval }) => [
        need,
        side === "group" ? names.group : names.reference,
        rows,
        mean,
        ...limits(interval),
      ]),
  };
}

/** Means in the selected and in the percentile of the threshold alone, and the gap there. */
export function thresholdTable(
  measures: readonly (readonly [name: string, of: MeasureByScore])[],
  thresholds: readonly ProgrammeThreshold[],
  { group, reference }: LabelChoiceNames,
): FindingTable {
  return {
    id: "thresholds",
    caption: { say: "meansAtThresholds" },
    columns: [
      { id: "measure", label: { say: "measure" }, unit: "text" },
      { id: "where", label: { say: "where" }, unit: "text" },
      { id: "groupRows", label: { say: "rowsOf", with: { group } }, unit: "count" },
      { id: "groupMean", label: { say: "meanOf", with: { group } }, unit: "number" },
      { id: "referenceRows", label: { say: "rowsOf", with: { group: reference } }, unit: "count" },
      { id: "referenceMean", label: { say: "meanOf", with: { group: reference } }, unit: "number" },
      { id: "gap", label: { say: "difference" }, unit: "number" },
      ...LIMITS,
    ],
    rows: measures.flatMap(([name, measure]) =>
      measure.thresholds.flatMap(({ percentile, selected, atIt }, k) => {
        const alone: Label = { say: "percentileAlone", with: { percentile: percentileText(percentile) } };
        return (
          [
            [thresholds[k]!.top, selected],
            [alone, atIt],
          ] as const
        ).map(([where, means]) => {
          const of = isUndefined(means) ? undefined : means;
          return [
            name,
            where,
            of?.group.rows ?? null,
            of?.group.value ?? null,
            of?.reference.rows ?? null,
            of?.reference.value ?? null,
            of?.gap.value ?? null,
            ...limits(of?.gap.interval),
          ];
        });
      }),
    ),
  };
}

/** Where the rows of each group went. */
export function rowsTable(
  { rows, needs }: LabelChoiceAnalysis,
  need: NeedAnalysis,
  names: LabelChoiceNames,
): FindingTable {
  const k = needs.findIndex(({ id }) => id === need.id);
  return {
    id: "rows",
    caption: { say: "rowsAccountedFor" },
    columns: [
      GROUP,
      ROWS,
      { id: "withScore", label: { say: "withScore" }, unit: "count" },
      { id: "withLabel", label: { say: "andMeasure", with: { measure: names.label } }, unit: "count" },
      { id: "withNeed", label: { say: "andMeasure", with: { measure: names.need } }, unit: "count" },
    ],
    rows: (
      [
        [names.group, rows.group],
        [names.reference, rows.reference],
      ] as const
    ).map(([who, side]) => [who, side.rows, side.withScore, side.withLabel, side.withNeed[k] ?? null]),
  };
}
