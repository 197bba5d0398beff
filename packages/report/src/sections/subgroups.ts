import type { ReportContrast } from "../audit-report.ts";
import { forest } from "../charts/forest.ts";
import { gap } from "../charts/gap.ts";
import { contrastTable } from "../contrast-table.ts";
import type { Block, Table, TableRow } from "../document.ts";
import { keyMetrics, metricsAt } from "../key-metrics.ts";
import { notes } from "../notes.ts";
import { estimateCell } from "../results-text.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** Every subgroup that the plan names, those too small shown as such; differences with their verdicts. */
export const subgroups: Section = {
  id: "subgroups",
  blocks: (view) => {
    if (view.report.attributes.length === 0) return [];
    return [...verdicts(view), ...forests(view), ...otherContrasts(view), ...crossings(view), ...everything(view)];
  },
};

function verdicts(view: View): Block[] {
  const { report, words } = view;
  const { metric, threshold } = report.study.primary;
  const own = report.contrasts.filter((c) => c.metric === metric && c.threshold === threshold);
  const single = own.filter((c) => view.subgroup(c.subgroup)?.of.length === 1);
  const figure = gap(view, "gaps-primary", single);
  return [
    { kind: "heading", text: words.sentence.differencesIn(view.metricName(metric, threshold)) },
    {
      kind: "paragraph",
      text: [
        `${words.label.howToReadVerdicts} ${words.label.seeAtAGlance} `,
        { link: "#figure-at-a-glance", text: words.section.summary },
        ".",
      ],
    },
    ...(figure === undefined
      ? [{ kind: "paragraph" as const, text: words.sentence.noContrasts }]
      : [{ kind: "figure" as const, figure }]),
  ];
}

function forests(view: View): Block[] {
  const [, ...others] = keyMetrics(view);
  return others.flatMap(({ metric, threshold }): Block[] => [
    { kind: "heading", text: view.metricName(metric, threshold) },
    { kind: "paragraph", tone: "note", text: view.words.metric[metric]?.meaning ?? "" },
    {
      kind: "figure",
      figure: forest(view, {
        id: `forest-${metric}${threshold === undefined ? "" : "-at"}`,
        metric,
        threshold,
        attributes: view.attributes,
      }),
    },
  ]);
}

function otherContrasts(view: View): Block[] {
  const { report, words } = view;
  const { primary } = report.study;
  const others = report.contrasts.filter((c) => c.metric !== primary.metric || c.threshold !== primary.threshold);
  const groups = new Map<string, ReportContrast[]>();
  for (const c of others) {
    const id = JSON.stringify([c.metric, c.threshold ?? null]);
    groups.set(id, [...(groups.get(id) ?? []), c]);
  }
  if (groups.size === 0) return [];
  return [
    { kind: "heading", text: words.label.otherDifferences },
    { kind: "paragraph", text: words.label.otherDifferencesNote },
    ...[...groups.values()].map((own): Block => {
      const name = view.metricName(own[0]!.metric, own[0]!.threshold);
      return {
        kind: "details",
        summary: words.sentence.differencesIn(name),
        blocks: [{ kind: "table", table: contrastTable(view, own) }],
      };
    }),
  ];
}

function crossings(view: View): Block[] {
  const { report, words } = view;
  if (view.intersections.length === 0) return [];
  const { metric, threshold } = report.study.primary;
  const crossed = report.contrasts.filter(
    (c) => c.metric === metric && c.threshold === threshold && (view.subgroup(c.subgroup)?.of.length ?? 0) > 1,
  );
  return [
    { kind: "heading", text: words.label.intersections },
    { kind: "paragraph", text: words.label.intersectionsNote },
    ...view.intersections.map(
      (attribute): Block => ({
        kind: "figure",
        figure: {
          ...forest(view, {
            id: `forest-${attribute.id.replaceAll("&", "-and-")}`,
            metric,
            threshold,
            attributes: [attribute],
          }),
          title: words.sentence.figureBy(view.metricName(metric, threshold), attribute.label),
        },
      }),
    ),
    ...(crossed.length === 0
      ? []
      : [
          {
            kind: "details" as const,
            summary: words.sentence.differencesIn(view.metricName(metric, threshold)),
            blocks: [{ kind: "table" as const, table: contrastTable(view, crossed) }],
          },
        ]),
  ];
}

/** The whole table, folded away: every metric in every subgroup. */
function everything(view: View): Block[] {
  const { words } = view;
  const tables = metricsAt(view).map(
    ({ metric, threshold }): Block => ({
      kind: "details",
      summary: view.metricName(metric, threshold),
      blocks: [{ kind: "table", table: all(view, metric, threshold) }],
    }),
  );
  return [
    { kind: "heading", text: words.label.everyMetric },
    { kind: "paragraph", text: words.label.everyMetricNote },
    ...tables,
  ];
}

function all(view: View, metric: string, threshold: number | undefined): Table {
  const { words, numbers, report } = view;
  const remarks = notes(view);
  const line = (subgroup: string): TableRow => {
    const estimate = view.estimate(metric, threshold, subgroup);
    const own = view.subgroup(subgroup);
    return {
      cells: [
        view.levelName(subgroup),
        numbers.count(estimate?.n ?? own?.n ?? 0),
        numbers.count(estimate?.events ?? own?.events ?? 0),
        estimateCell(view, estimate, remarks),
      ],
    };
  };
  return {
    caption: words.sentence.tableBySubgroup(view.metricName(metric, threshold)),
    columns: [
      { label: words.label.subgroup, align: "start" },
      { label: words.label.n, align: "end" },
      { label: words.label.events, align: "end" },
      {
        label: words.sentence.withInterval(words.label.value, numbers.declared(report.study.policy.level)),
        align: "start",
      },
    ],
    rows: [
      { ...line("overall"), strong: true },
      ...report.attributes.flatMap((a): TableRow[] => [{ heading: true, cells: [a.label] }, ...a.subgroups.map(line)]),
    ],
    notes: remarks.list(),
  };
}
