import type { ReportFinding } from "../audit-report.ts";
import { findingFigure } from "../charts/finding.ts";
import type { Block } from "../document.ts";
import { findingTable } from "../finding-table.ts";
import { findingTone } from "../finding-tone.ts";
import { reasonText } from "../results-text.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** Analyses beside the metrics: whether the outcome stands in for the need, whether treatment hides the risk. */
export const pitfalls: Section = {
  id: "pitfalls",
  blocks: (view) => view.report.findings.flatMap((finding) => blocks(view, finding)),
};

function blocks(view: View, finding: ReportFinding): Block[] {
  const { words } = view;
  const verdict = words.findingVerdict[finding.verdict];
  return [
    { kind: "heading", text: `${words.findingKind[finding.kind].name}: ${finding.subject}` },
    { kind: "paragraph", text: words.findingKind[finding.kind].meaning },
    {
      kind: "statements",
      items: [
        {
          badge: verdict.name,
          tone: findingTone(finding.verdict),
          text: verdict.meaning,
          detail: `${words.findingScope[finding.scope]}${finding.exploratory ? ` ${words.label.exploratoryRemark}` : ""}`,
        },
      ],
    },
    ...(finding.numbers.length === 0 ? [] : [{ kind: "table" as const, table: numbersTable(view, finding) }]),
    ...finding.charts.flatMap((chart): Block[] => {
      const figure = findingFigure(view, finding, chart);
      return figure === undefined ? [] : [{ kind: "figure", figure }];
    }),
    ...finding.tables
      .filter((t) => finding.charts.every((c) => c.table !== t.id))
      .map(
        (t): Block => ({
          kind: "details",
          summary: t.caption,
          blocks: [{ kind: "table", table: findingTable(view, t) }],
        }),
      ),
  ];
}

function numbersTable(view: View, { numbers: found, subject }: ReportFinding) {
  const { words, numbers } = view;
  return {
    caption: subject,
    columns: [
      { label: words.label.quantity, align: "start" as const },
      { label: words.label.value, align: "start" as const },
    ],
    rows: found.map(({ label, unit, value, interval, reason }) => ({
      cells: [
        label,
        value === null
          ? { text: words.sentence.notEstimable(reasonText(view, reason)), muted: true }
          : interval === null
            ? numbers.value(value, unit)
            : `${numbers.value(value, unit)} (${numbers.range(interval.low, interval.high, unit)})`,
      ],
    })),
  };
}
