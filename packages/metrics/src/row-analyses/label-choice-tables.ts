import type { FindingChart, FindingTable } from "../finding.ts";
import type { LabelChoiceAnalysis, MeasureByScore, NeedAnalysis } from "../label-choice/analyse-label-choice.ts";
import type { Swap } from "../label-choice/swap-simulation.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { Comparison } from "./label-choice.ts";
import { limits, percentileText } from "./numbers.ts";

/** How measures are called in the report. */
export interface MeasureNames {
  readonly label: string;
  readonly need: string;
  /** Any label of the plan by its id. */
  of(id: string): string;
}

/** The tables of one need, and which of them are drawn. */
export function labelChoiceTables(
  analysis: LabelChoiceAnalysis,
  need: NeedAnalysis,
  names: MeasureNames,
  comparison: Comparison,
): { readonly tables: FindingTable[]; readonly charts: FindingChart[] } {
  const { label } = analysis;
  const tables = [
    curveTable("needByScore", names.need, need, comparison),
    curveTable("labelByScore", names.label, label, comparison),
    labelByNeedTable(need, names, comparison),
    thresholdTable([need, label], [names.need, names.label], comparison),
    compositionTable(analysis, names, comparison),
    concentrationTable(analysis, names, comparison),
    swapTable(need, comparison),
    rowsTable(analysis, need, names, comparison),
  ];
  const line = (table: string, title: string, x: string): FindingChart => ({
    id: table,
    title,
    table,
    x,
    y: "mean",
    low: "low",
    high: "high",
    series: "group",
  });
  const charts = [
    line("needByScore", `${names.need} by percentile of the score`, "percentile"),
    line("labelByScore", `${names.label} by percentile of the score`, "percentile"),
    line("labelByNeed", `${names.label} by ${names.need}`, "need"),
  ];
  return { tables: tables.filter(({ rows }) => rows.length > 0), charts };
}

const GROUP = { id: "group", label: { say: "group" }, unit: "text" } as const;
const ROWS = { id: "rows", label: { say: "rows" }, unit: "count" } as const;
const LIMITS = [
  { id: "low", label: { say: "low" }, unit: "number" },
  { id: "high", label: { say: "high" }, unit: "number" },
] as const;

function curveTable(
  id: string,
  name: string,
  { curve }: MeasureByScore,
  { group, reference }: Comparison,
): FindingTable {
  const rows = (
    [
      [group, curve.group],
      [reference, curve.reference],
    ] as const
  ).flatMap(([who, bins]) =>
    bins.map(({ from, to, rows: n, mean, interval }) => [(from + to) / 2, who, n, mean, ...limits(interval)]),
  );
  return {
    id,
    caption: `${name} by percentile of the score`,
    columns: [
      { id: "percentile", label: "Percentile of the score", unit: "number" },
      GROUP,
      ROWS,
      { id: "mean", label: name, unit: "number" },
      ...LIMITS,
    ],
    rows,
  };
}

function labelByNeedTable(
  { labelByNeed }: NeedAnalysis,
  names: MeasureNames,
  { group, reference }: Comparison,
): FindingTable {
  return {
    id: "labelByNeed",
    caption: `${names.label} by ${names.need}`,
    columns: [
      { id: "need", label: names.need, unit: "number" },
      GROUP,
      ROWS,
      { id: "mean", label: names.label, unit: "number" },
      ...LIMITS,
    ],
    rows: labelByNeed.map(({ need, side, rows, mean, interval }) => [
      need,
      side === "group" ? group : reference,
      rows,
      mean,
      ...limits(interval),
    ]),
  };
}

/** Means in the selected and at the threshold itself, and the fitted gap there. */
function thresholdTable(
  measures: readonly MeasureByScore[],
  names: readonly string[],
  { group, reference }: Comparison,
): FindingTable {
  const rows = measures.flatMap((measure, k) =>
    measure.thresholds.flatMap(({ percentile, selected, atIt }) =>
      (
        [
          [`at or above ${percentileText(percentile)}`, selected],
          [`at ${percentileText(percentile)}`, atIt],
        ] as const
      ).map(([where, means]) => {
        const of = isUndefined(means) ? undefined : means;
        return [
          names[k]!,
          where,
          of?.group.rows ?? null,
          of?.group.value ?? null,
          of?.reference.rows ?? null,
          of?.reference.value ?? null,
          of?.gap.value ?? null,
          ...limits(of?.gap.interval),
        ];
      }),
    ),
  );
  return {
    id: "thresholds",
    caption: "Means among those selected, and at the percentile of the threshold alone",
    columns: [
      { id: "measure", label: "Measure", unit: "text" },
      { id: "where", label: "Percentile", unit: "text" },
      { id: "groupRows", label: `${group}, rows`, unit: "count" },
      { id: "groupMean", label: `${group}, mean`, unit: "number" },
      { id: "referenceRows", label: `${reference}, rows`, unit: "count" },
      { id: "referenceMean", label: `${reference}, mean`, unit: "number" },
      { id: "gap", label: "Difference", unit: "number" },
      ...LIMITS,
    ],
    rows,
  };
}

function compositionTable({ top }: LabelChoiceAnalysis, names: MeasureNames, { group }: Comparison): FindingTable {
  return {
    id: "composition",
    caption: `Who is in the top, by the score and by what it could have been (by a need: were it known exactly)`,
    columns: [
      { id: "percentile", label: "Percentile", unit: "number" },
      { id: "order", label: "Ordered by", unit: "text" },
      { id: "share", label: `Share of ${group}`, unit: "proportion" },
      { id: "low", label: "Low", unit: "proportion" },
      { id: "high", label: "High", unit: "proportion" },
      { id: "members", label: `${group} in the top`, unit: "number" },
      { id: "places", label: "Places", unit: "number" },
      { id: "moreThanScore", label: "More than by the score", unit: "proportion" },
    ],
    rows: top.flatMap(({ percentile, orders }) =>
      orders.map(({ id, by, top: share, interval, againstScore }) => {
        const of = isUndefined(share) ? undefined : share;
        return [
          percentile,
          by === "score" ? "the score" : names.of(id),
          of?.share ?? null,
          ...limits(interval),
          of?.members ?? null,
          of?.places ?? null,
          againstScore?.value ?? null,
        ];
      }),
    ),
  };
}

function concentrationTable({ top }: LabelChoiceAnalysis, names: MeasureNames, { group }: Comparison): FindingTable {
  const rows = top.flatMap(({ percentile, concentration }) =>
    concentration.flatMap(({ id, groupShare, of }) => {
      const order = id === "score" ? "the score" : names.of(id);
      return [
        [percentile, order, `share of ${group}`, ...shareCells(groupShare)],
        ...of.map((amount) => [percentile, order, `share of all ${names.of(amount.id)}`, ...shareCells(amount.share)]),
      ];
    }),
  );
  return {
    id: "concentration",
    caption: "What falls on the top (after Obermeyer 2019, table 2)",
    columns: [
      { id: "percentile", label: "Percentile", unit: "number" },
      { id: "order", label: "Ordered by", unit: "text" },
      { id: "what", label: "What", unit: "text" },
      { id: "share", label: "Share", unit: "proportion" },
      { id: "standardError", label: "Standard error", unit: "proportion" },
      { id: "publishedStandardError", label: "As in the paper (all rows)", unit: "proportion" },
    ],
    rows,
  };
}

function shareCells(
  share: LabelChoiceAnalysis["top"][number]["concentration"][number]["groupShare"],
): (number | null)[] {
  return isUndefined(share) ? [null, null, null] : [share.value, share.standardError, share.publishedStandardError];
}

function swapTable({ swaps }: NeedAnalysis, { group }: Comparison): FindingTable {
  const row = (percentile: number, how: string, swap: Swap | Undefined | undefined): (string | number)[][] =>
    swap === undefined || isUndefined(swap)
      ? []
      : [[percentile, how, swap.above, swap.swaps, swap.shareBefore, swap.shareAfter]];
  return {
    id: "swaps",
    caption: `Share of ${group} above the threshold if places were exchanged for need`,
    columns: [
      { id: "percentile", label: "Percentile", unit: "number" },
      { id: "how", label: "Procedure", unit: "text" },
      { id: "above", label: "Places", unit: "count" },
      { id: "swaps", label: "Exchanged", unit: "count" },
      { id: "before", label: "Share before", unit: "proportion" },
      { id: "after", label: "Share after", unit: "proportion" },
    ],
    rows: swaps.flatMap(({ percentile, byNeed, corrected, published }) => [
      ...row(percentile, "neediest below for least needy above", byNeed),
      ...row(percentile, "the authors' loop, corrected by their erratum of 2022", corrected),
      ...row(percentile, "the authors' loop as published in 2019, which skips (not a result)", published),
    ]),
  };
}

function rowsTable(
  { rows, needs }: LabelChoiceAnalysis,
  need: NeedAnalysis,
  names: MeasureNames,
  { group, reference }: Comparison,
): FindingTable {
  const k = needs.findIndex(({ id }) => id === need.id);
  return {
    id: "rows",
    caption: "Rows accounted for",
    columns: [
      GROUP,
      ROWS,
      { id: "withScore", label: "With a score", unit: "count" },
      { id: "withLabel", label: `and ${names.label}`, unit: "count" },
      { id: "withNeed", label: `and ${names.need}`, unit: "count" },
    ],
    rows: (
      [
        [group, rows.group],
        [reference, rows.reference],
      ] as const
    ).map(([who, side]) => [who, side.rows, side.withScore, side.withLabel, side.withNeed[k] ?? null]),
  };
}
