import type { Block } from "../document.ts";
import { metricsAt } from "../key-metrics.ts";
import { notes } from "../notes.ts";
import { estimateCell } from "../results-text.ts";
import type { Section } from "../section.ts";

/** Every metric on everybody, by family, with what each means. */
export const overall: Section = {
  id: "overall",
  blocks: (view) => {
    const { words, numbers, report } = view;
    const all = metricsAt(view).filter(({ metric, threshold }) => view.estimate(metric, threshold, "overall") !== undefined);
    const families = [...new Set(all.map(({ metric }) => view.metric(metric).family))];
    return families.flatMap((family): Block[] => {
      const remarks = notes(view);
      const rows = all
        .filter(({ metric }) => view.metric(metric).family === family)
        .map(({ metric, threshold }) => {
          const estimate = view.estimate(metric, threshold, "overall");
          return {
            cells: [
              view.metricName(metric, threshold),
              estimateCell(view, estimate, remarks),
              estimate?.interval ? words.intervalMethod[estimate.interval.method].name : "",
              ideal(view.metric(metric).ideal, (v) => numbers.value(v, view.metric(metric).unit)),
              words.metric[metric]?.meaning ?? "",
            ],
          };
        });
      return [
        {
          kind: "table",
          table: {
            caption: words.family[family],
            columns: [
              { label: words.label.metric, align: "start" },
              { label: words.sentence.withInterval(words.label.value, numbers.percent(report.study.policy.level)), align: "start" },
              { label: words.label.intervalMethod, align: "start" },
              { label: words.label.ideal, align: "end" },
              { label: words.label.meaning, align: "start" },
            ],
            rows,
            notes: remarks.list(),
          },
        },
      ];
    });
  },
};

function ideal<T>(value: T | null, text: (value: T) => string): string {
  return value === null ? "" : text(value);
}
