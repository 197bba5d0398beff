import type { Block, Table } from "../document.ts";
import { type MetricAt, metricsAt } from "../key-metrics.ts";
import { notes } from "../notes.ts";
import { estimateCell } from "../results-text.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** Every metric that needs no threshold, on everybody, with what each means; improper ones folded away. */
export const overall: Section = {
  id: "overall",
  blocks: (view) => {
    const { words } = view;
    const all = metricsAt(view).filter(
      ({ metric, threshold }) => threshold === undefined && view.estimate(metric, threshold, "overall") !== undefined,
    );
    const proper = all.filter(({ metric }) => view.metric(metric).headline);
    const improper = all.filter(({ metric }) => !view.metric(metric).headline);
    const families = [...new Set(proper.map(({ metric }) => view.metric(metric).family))];
    return [
      ...families.map((family): Block => {
        const own = proper.filter(({ metric }) => view.metric(metric).family === family);
        return { kind: "table", table: table(view, words.family[family], own) };
      }),
      ...(improper.length === 0
        ? []
        : [
            {
              kind: "details" as const,
              summary: words.label.improper,
              blocks: [
                { kind: "paragraph" as const, text: words.label.improperNote },
                { kind: "table" as const, table: table(view, words.label.improper, improper) },
              ],
            },
          ]),
    ];
  },
};

function table(view: View, caption: string, metrics: readonly MetricAt[]): Table {
  const { words, numbers, report } = view;
  const remarks = notes(view);
  const rows = metrics.map(({ metric, threshold }) => {
    const estimate = view.estimate(metric, threshold, "overall");
    const { ideal, unit } = view.metric(metric);
    return {
      cells: [
        view.metricName(metric, threshold),
        estimateCell(view, estimate, remarks),
        estimate?.interval ? words.intervalMethod[estimate.interval.method].name : "",
        ideal === null ? "" : numbers.value(ideal, unit),
        view.metricMeaning(metric) ?? "",
      ],
    };
  });
  return {
    caption,
    columns: [
      { label: words.label.metric, align: "start" },
      {
        label: words.sentence.withInterval(words.label.value, numbers.declared(report.study.policy.level)),
        align: "start",
      },
      { label: words.label.intervalMethod, align: "start" },
      { label: words.label.ideal, align: "end" },
      { label: words.label.meaning, align: "start" },
    ],
    rows,
    notes: remarks.list(),
  };
}
