import type { Block, Table } from "../document.ts";
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
