import { VERDICTS } from "@auscult/metrics";
import type { Block } from "../document.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** How the numbers were made, from what sources, and what they cannot show. */
export const methods: Section = {
  id: "methods",
  blocks: (view) => {
    const { words } = view;
    const { label } = words;
    return [
      ...[...words.methods, ...words.methodsOfKind[view.report.study.outcome.kind]].flatMap(
        ({ heading, paragraphs }): Block[] => [
          { kind: "heading", text: heading },
          ...paragraphs.map((text): Block => ({ kind: "paragraph", text })),
        ],
      ),
      {
        kind: "table",
        table: {
          caption: label.verdictsCaption,
          columns: [
            { label: label.verdict, align: "start" },
            { label: label.meaning, align: "start" },
          ],
          rows: VERDICTS.map((id) => ({ cells: [words.verdict[id].name, words.verdict[id].meaning] })),
        },
      },
      { kind: "table", table: intervals(view) },
      { kind: "table", table: sources(view) },
      { kind: "heading", text: label.limits },
      { kind: "list", items: words.limits },
    ];
  },
};

function intervals({ report, words }: View) {
  const used = new Set([
    ...report.estimates.flatMap((e) => [e.interval?.method, e.guardedInterval?.method]),
    ...report.contrasts.flatMap((c) => [c.interval?.method, c.verdictInterval?.method]),
  ]);
  const known = [...used].filter((m) => m !== undefined).toSorted();
  return {
    caption: words.label.intervalsCaption,
    columns: [
      { label: words.label.intervalMethod, align: "start" as const },
      { label: words.label.source, align: "start" as const },
    ],
    rows: known.map((m) => ({ cells: [words.intervalMethod[m].name, words.intervalMethod[m].source] })),
  };
}

function sources(view: View) {
  const { report, words } = view;
  return {
    caption: words.label.sourcesCaption,
    columns: [
      { label: words.label.metric, align: "start" as const },
      { label: words.label.source, align: "start" as const },
    ],
    rows: [
      ...report.metrics.map((m) => ({ cells: [view.metricName(m.id), m.source.join("; ")] })),
      ...report.curveKinds.map((c) => ({ cells: [view.curveName(c.id), c.source.join("; ")] })),
    ],
  };
}
