import type { ReportFinding } from "../audit-report.ts";
import { findingFigure } from "../charts/finding.ts";
import type { Block, Table } from "../document.ts";
import { findingTable } from "../finding-table.ts";
import { findingTone } from "../finding-tone.ts";
import { reasonText } from "../results-text.ts";
import { say } from "../say.ts";
import type { View } from "../view.ts";

/** What analyses of these kinds found, one after the other: verdict, limits, numbers, drawings, and the tables behind them. */
export function findingBlocks(view: View, kinds: readonly ReportFinding["kind"][]): Block[] {
  return view.report.findings.filter(({ kind }) => kinds.includes(kind)).flatMap((finding) => blocks(view, finding));
}

function blocks(view: View, finding: ReportFinding): Block[] {
  const { words } = view;
  const verdict = words.findingVerdict[finding.verdict];
  const remark = finding.exploratory ? ` ${words.label.exploratoryRemark}` : "";
  return [
    { kind: "heading", text: `${words.findingKind[finding.kind].name}: ${say(view, finding.subject)}` },
    { kind: "paragraph", text: words.findingKind[finding.kind].meaning },
    {
      kind: "statements",
      items: [
        {
          badge: verdict.name,
          tone: findingTone(finding.verdict),
          text: verdict.meaning,
          detail: `${words.findingScope[finding.scope]}${remark}`,
        },
      ],
    },
    ...(finding.notes === undefined || finding.notes.length === 0
      ? []
      : [{ kind: "list" as const, items: finding.notes.map((note) => say(view, note)) }]),
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
          summary: say(view, t.caption),
          blocks: [{ kind: "table", table: findingTable(view, t) }],
        }),
      ),
  ];
}

function numbersTable(view: View, { numbers: found, subject }: ReportFinding): Table {
  const { words, numbers } = view;
  return {
    caption: say(view, subject),
    columns: [
      { label: words.label.quantity, align: "start" },
      { label: words.label.value, align: "start" },
    ],
    rows: found.map(({ label, unit, value, interval, reason }) => ({
      cells: [
        say(view, label),
        value === null
          ? { text: words.sentence.notEstimable(reasonText(view, reason)), muted: true }
          : interval === null
            ? numbers.value(value, unit)
            : `${numbers.value(value, unit)} (${numbers.range(interval.low, interval.high, unit)})`,
      ],
    })),
  };
}
