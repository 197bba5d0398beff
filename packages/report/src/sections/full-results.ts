import type { Block, Cell, Table, TableRow } from "../document.ts";
import { type MetricAt, metricsAt } from "../key-metrics.ts";
import { type Notes, notes } from "../notes.ts";
import { contrastText, estimateCell, toneOf } from "../results-text.ts";
import type { Section } from "../section.ts";
import { sizeHeading, sizeText } from "../size-text.ts";
import type { View } from "../view.ts";

/** Metrics side by side in one table. */
const COLUMNS = 6;

/** Everything that was computed, folded away by family: nothing is selected. */
export const fullResults: Section = {
  id: "full-results",
  blocks: (view) => {
    const { report, words } = view;
    if (report.attributes.length === 0) return [];
    const all = metricsAt(view);
    const families = [...new Set(all.map(({ metric }) => view.metric(metric).family))];
    return [
      { kind: "paragraph", text: words.label.everyMetricNote },
      ...families.map((family): Block => {
        const own = all.filter(({ metric }) => view.metric(metric).family === family);
        const sets = [...new Set(own.map((m) => m.threshold))].flatMap((t) =>
          split(own.filter((m) => m.threshold === t)),
        );
        return {
          kind: "details",
          printed: true,
          summary: words.family[family],
          blocks: sets.flatMap((set): Block[] => [
            { kind: "table", table: table(view, words.sentence.tableOfEstimates(level(view)), set, estimate) },
            ...(set.some((m) => view.report.contrasts.some((c) => c.metric === m.metric && c.threshold === m.threshold))
              ? [
                  {
                    kind: "table" as const,
                    table: table(view, words.sentence.tableOfDifferences(level(view)), set, contrast),
                  },
                ]
              : []),
          ]),
        };
      }),
    ];
  },
};

type Filler = (view: View, at: MetricAt, subgroup: string, remarks: Notes) => Cell | string;

function table(view: View, caption: string, metrics: readonly MetricAt[], fill: Filler): Table {
  const { words, report } = view;
  const remarks = notes(view);
  const first = metrics[0]?.metric ?? "";
  const line = (subgroup: string): TableRow => {
    return {
      cells: [
        view.levelName(subgroup),
        sizeText(view, first, subgroup),
        ...metrics.map((m) => fill(view, m, subgroup, remarks)),
      ],
    };
  };
  return {
    caption,
    columns: [
      { label: words.label.subgroup, align: "start" },
      { label: sizeHeading(view, first), align: "end" },
      ...metrics.map((m) => ({ label: view.metricName(m.metric, m.threshold), align: "start" as const })),
    ],
    rows: [
      ...(fill === estimate ? [{ ...line("overall"), strong: true }] : []),
      ...report.attributes.flatMap((a): TableRow[] => [{ heading: true, cells: [a.label] }, ...a.subgroups.map(line)]),
    ],
    notes: remarks.list(),
  };
}

function estimate(view: View, { metric, threshold }: MetricAt, subgroup: string, remarks: Notes): Cell {
  return estimateCell(view, view.estimate(metric, threshold, subgroup), remarks);
}

function contrast(view: View, { metric, threshold }: MetricAt, subgroup: string, remarks: Notes): Cell | string {
  const found = view.contrast(metric, threshold, subgroup);
  if (found === undefined) return "";
  const marks = remarks.flags(found.flags);
  return {
    text: contrastText(view, found),
    muted: found.value === null,
    whole: found.interval !== null,
    tone: toneOf(found),
    ...(marks === "" ? {} : { marks }),
  };
}

function level({ numbers, report }: View): string {
  return numbers.declared(report.study.policy.level);
}

function split<T>(items: readonly T[]): T[][] {
  const parts = Math.ceil(items.length / COLUMNS);
  return Array.from({ length: parts }, (_, i) => items.slice(i * COLUMNS, (i + 1) * COLUMNS));
}
