import type { Block, Cell, Table, TableRow } from "../document.ts";
import { metricsAt } from "../key-metrics.ts";
import { notes } from "../notes.ts";
import { estimateCell } from "../results-text.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** What happens at each threshold: who is flagged, who is missed. */
export const thresholds: Section = {
  id: "thresholds",
  blocks: (view) => {
    const values = view.report.study.thresholds.map((t) => t.value);
    const metrics = [
      ...new Set(
        metricsAt(view)
          .filter((m) => m.threshold !== undefined && view.metric(m.metric).headline)
          .map((m) => m.metric),
      ),
    ];
    if (values.length === 0 || metrics.length === 0) return [];
    return [
      { kind: "paragraph", text: view.words.label.flaggedMeans },
      { kind: "table", table: table(view, metrics, values) } satisfies Block,
      ...workload(view),
    ];
  },
};

function table(view: View, metrics: readonly string[], values: readonly number[]): Table {
  const { words, numbers, report } = view;
  const remarks = notes(view);
  return {
    caption: words.sentence.tableOfThresholds(numbers.declared(report.study.policy.level)),
    columns: [
      { label: words.label.metric, align: "start" },
      ...values.map((v) => ({ label: words.sentence.thresholdColumn(numbers.plain(v)), align: "end" as const })),
    ],
    rows: metrics.map((metric) => ({
      cells: [
        view.metricName(metric),
        ...values.map((v) => estimateCell(view, view.estimate(metric, v, "overall"), remarks)),
      ],
    })),
    notes: remarks.list(),
  };
}

/** Flags per thousand and by the day; by subgroup folded away. */
function workload(view: View): Block[] {
  const { report, words, numbers } = view;
  const { label, sentence } = words;
  const all = report.workload.filter((w) => w.subgroup === "overall");
  if (all.length === 0) return [];
  const { volume } = report.study;
  return [
    { kind: "heading", text: label.workload },
    ...(volume === undefined
      ? []
      : [{ kind: "paragraph" as const, text: sentence.volume(numbers.plain(volume.perDay), volume.reason) }]),
    {
      kind: "table",
      table: {
        caption: label.workload,
        columns: [
          { label: label.threshold, align: "start" },
          { label: label.perThousand, align: "end" },
          ...(volume === undefined ? [] : [{ label: label.perDay, align: "end" as const }]),
        ],
        rows: all.map((w) => ({
          cells: [
            numbers.plain(w.threshold),
            amount(view, w.per1000),
            ...(w.perDay === undefined ? [] : [amount(view, w.perDay)]),
          ],
        })),
      },
    },
    ...(view.attributes.length === 0
      ? []
      : [
          {
            kind: "details" as const,
            summary: sentence.figureBySubgroup(label.perThousand),
            blocks: [bySubgroup(view)],
          },
        ]),
  ];
}

function bySubgroup(view: View): Block {
  const { report, words, numbers } = view;
  const values = report.study.thresholds.map((t) => t.value);
  const line = (subgroup: string): TableRow => ({
    cells: [
      view.levelName(subgroup),
      ...values.map((value) => {
        const found = report.workload.find((w) => w.subgroup === subgroup && w.threshold === value);
        return found === undefined ? { text: words.label.notEstimable, muted: true } : amount(view, found.per1000);
      }),
    ],
  });
  return {
    kind: "table",
    table: {
      caption: words.sentence.figureBySubgroup(words.label.perThousand),
      columns: [
        { label: words.label.subgroup, align: "start" },
        ...values.map((v) => ({ label: words.sentence.thresholdColumn(numbers.plain(v)), align: "end" as const })),
      ],
      rows: view.attributes.flatMap((a): TableRow[] => [{ heading: true, cells: [a.label] }, ...a.subgroups.map(line)]),
    },
  };
}

function amount({ numbers }: View, { value, low, high }: View["report"]["workload"][number]["per1000"]): Cell {
  const text = numbers.value(value, "patients");
  return low === null || high === null
    ? { text }
    : { text: `${text} (${numbers.range(low, high, "patients")})`, whole: true };
}
