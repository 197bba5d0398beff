import type { ReportAttribute, ReportEstimate } from "../audit-report.ts";
import type { ReportNumber } from "../audit-report/numbers.ts";
import type { Datum, Figure, Table, TableRow } from "../document.ts";
import { plotted } from "../format-number.ts";
import { notes } from "../notes.ts";
import { estimateCell, estimateText } from "../results-text.ts";
import { countsEvents, sizeHeading, sizeText } from "../size-text.ts";
import type { View } from "../view.ts";
import { type AxisRange, axisRange } from "./axis-range.ts";
import { drawn, fitted } from "./forest-rows.ts";
import { forestSpec } from "./forest-spec.ts";

export interface ForestOf {
  readonly id: string;
  readonly metric: string;
  readonly threshold?: number | undefined;
  readonly attributes: readonly ReportAttribute[];
}

/** One metric in every subgroup of some attributes, with everybody on top. */
export function forest(view: View, { id, metric, threshold, attributes }: ForestOf): Figure {
  const { words } = view;
  const facts = view.metric(metric);
  const name = view.metricName(metric, threshold);
  const overall = view.estimate(metric, threshold, "overall");
  const levels = attributes.flatMap((a) => a.subgroups.map((s) => view.estimate(metric, threshold, s)));
  const axis = axisOf(view, metric, threshold);
  const heading = words.sentence.withInterval(
    words.label.estimate,
    view.numbers.declared(view.report.study.policy.level),
  );
  const rows: Datum[] = [
    row(view, metric, overall, "overall", "overall", axis),
    ...attributes.flatMap((attribute) => [
      { kind: "heading", label: attribute.label },
      ...attribute.subgroups.map((s) => row(view, metric, view.estimate(metric, threshold, s), s, "level", axis)),
    ]),
  ].map((datum, i) => ({ row: i, ...datum }));
  const estimable = levels.filter((e) => e !== undefined).filter((e) => e.value !== null);
  return {
    id,
    title: words.sentence.figureBySubgroup(name),
    panels: [
      {
        alt: words.sentence.altForest(
          name,
          estimateText(view, overall),
          String(estimable.length),
          String(levels.length),
          extremes(view, estimable),
        ),
        spec: forestSpec({
          axis,
          xTitle: name,
          percent: facts.unit === "proportion",
          headings: { label: words.label.subgroup, count: sizeHeading(view, metric), text: heading },
          ...(typeof facts.ideal === "number" && facts.ideal > axis.low && facts.ideal < axis.high
            ? { ideal: facts.ideal }
            : {}),
          ...(typeof overall?.value === "number" ? { overall: plotted(overall.value) } : {}),
        }),
        data: { rows },
      },
    ],
    key: [
      ...(typeof overall?.value === "number" ? [{ sign: "dashed" as const, text: words.label.everybody }] : []),
      ...(levels.some((e) => e !== undefined && e.value !== null && isFew(e))
        ? [
            {
              sign: "hollow" as const,
              text: words.sentence.fewEvents(view.numbers.count(view.report.study.policy.minimumEvents)),
            },
          ]
        : []),
      ...(rows.some((r) => r["cutLow"] === true || r["cutHigh"] === true)
        ? [{ sign: "arrow" as const, text: words.label.beyondAxis }]
        : []),
    ],
    table: table(view, metric, threshold, attributes),
  };
}

/** The same axis for a metric wherever it is drawn; subgroups with few events do not stretch it. */
function axisOf(view: View, metric: string, threshold: number | undefined): AxisRange {
  const { unit, range } = view.metric(metric);
  const all = view.report.estimates.filter(
    (e) => e.metric === metric && e.threshold === threshold && view.subgroup(e.subgroup) !== undefined,
  );
  const steady = all.filter((e) => !isFew(e));
  const used = steady.length > 0 ? steady : all;
  const numbers = used.flatMap((e): (ReportNumber | null)[] => [
    e.value,
    e.interval?.low ?? null,
    e.interval?.high ?? null,
  ]);
  const log = unit === "ratio" && range[0] === 0;
  return axisRange(log ? [1, ...numbers] : numbers, { log, bounds: range });
}

function row(
  view: View,
  metric: string,
  estimate: ReportEstimate | undefined,
  subgroup: string,
  kind: "overall" | "level",
  axis: AxisRange,
): Datum {
  const text = estimateText(view, estimate);
  const estimated = estimate !== undefined && estimate.value !== null;
  return {
    kind,
    label: kind === "overall" ? view.words.label.everybody : fitted(view.levelName(subgroup)),
    ...(view.subgroup(subgroup) === undefined ? {} : { count: sizeText(view, metric, subgroup) }),
    ...(estimated ? { text, few: isFew(estimate) } : { why: text }),
    ...drawn(estimate?.value ?? null, estimate?.interval ?? null, axis),
  };
}

function isFew({ flags }: ReportEstimate): boolean {
  return flags.includes("FEW_EVENTS") || flags.includes("FEW_NON_EVENTS");
}

function extremes(view: View, estimates: readonly ReportEstimate[]): { lowest: string; highest: string } | undefined {
  const ordered = estimates
    .filter((e) => typeof e.value === "number")
    .toSorted((a, b) => Number(a.value) - Number(b.value));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const text = (e: ReportEstimate): string => `${view.subgroupName(e.subgroup)}, ${estimateText(view, e)}`;
  return { lowest: text(first), highest: text(last) };
}

function table(
  view: View,
  metric: string,
  threshold: number | undefined,
  attributes: readonly ReportAttribute[],
): Table {
  const { words, numbers } = view;
  const remarks = notes(view);
  const events = countsEvents(view, metric);
  const line = (subgroup: string): TableRow => {
    const facts = view.subgroup(subgroup);
    const estimate = view.estimate(metric, threshold, subgroup);
    return {
      cells: [
        subgroup === "overall" ? words.label.everybody : view.levelName(subgroup),
        facts === undefined ? "" : numbers.count(facts.n),
        ...(events ? [numbers.count(estimate?.events ?? facts?.events ?? 0)] : []),
        estimateCell(view, estimate, remarks),
        estimate?.interval === undefined || estimate.interval === null
          ? ""
          : words.intervalMethod[estimate.interval.method].name,
      ],
      ...(subgroup === "overall" ? { strong: true } : {}),
    };
  };
  const rows = [
    line("overall"),
    ...attributes.flatMap((a): TableRow[] => [{ heading: true, cells: [a.label] }, ...a.subgroups.map(line)]),
  ];
  return {
    caption: words.sentence.tableBySubgroup(view.metricName(metric, threshold)),
    columns: [
      { label: words.label.subgroup, align: "start" },
      { label: words.label.n, align: "end" },
      ...(events ? [{ label: words.label.events, align: "end" as const }] : []),
      {
        label: words.sentence.withInterval(
          view.metricName(metric, threshold),
          numbers.declared(view.report.study.policy.level),
        ),
        align: "start",
      },
      { label: words.label.intervalMethod, align: "start" },
    ],
    rows,
    notes: remarks.list(),
  };
}
