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
  return [
    { kind: "heading", text: `${words.findingKind[finding.kind].name}: ${say(view, finding.subject)}` },
    { kind: "paragraph", text: words.findingKind[finding.kind].meaning },
    ...verdictBlocks(view, finding),
    ...leadBlocks(view, finding),
    ...noteBlocks(view, finding),
    ...(finding.lead === undefined
      ? [...numberBlocks(view, finding), ...figureBlocks(view, finding)]
      : [...figureBlocks(view, finding), ...numberBlocks(view, finding)]),
    ...choiceBlocks(view, finding),
    ...tables(view, finding),
  ];
}

/** The verdict with its meaning; none for numbers from counts on which none was asked for. */
function verdictBlocks({ words }: View, finding: ReportFinding): Block[] {
  const { verdict, exploratory, scope, reason } = finding;
  if (verdict === "described" && !exploratory && scope === "counts") return [];
  const { name, meaning } = words.findingVerdict[verdict];
  const why = reason === undefined ? "" : ` (${words.reason[reason]})`;
  const remark = exploratory ? ` ${words.label.exploratoryRemark}` : "";
  const text = `${meaning}${why}`;
  const detail = `${words.findingScope[scope]}${remark}`;
  return [{ kind: "statements", items: [{ badge: name, tone: findingTone(verdict), text, detail }] }];
}

/** Tables that no figure shows: open where they are all there is, behind a summary otherwise. */
function tables(view: View, { tables: all, charts, numbers }: ReportFinding): Block[] {
  const rest = all.filter((t) => charts.every((c) => c.table !== t.id));
  const open = charts.length === 0 && numbers.length === 0;
  return rest.map((t): Block => {
    const table = { kind: "table" as const, table: findingTable(view, t) };
    return open ? table : { kind: "details", summary: say(view, t.caption), blocks: [table] };
  });
}

/** The finding in plain words, question by question, and what limits it. */
function leadBlocks(view: View, { lead = [] }: ReportFinding): Block[] {
  if (lead.length === 0) return [];
  const items = lead.map(({ head, text }) => ({
    term: view.words.findingHead[head],
    text: text.map((part) => say(view, part)).join(" "),
  }));
  return [{ kind: "facts", items }];
}

function choiceBlocks(view: View, { choices = [] }: ReportFinding): Block[] {
  if (choices.length === 0) return [];
  return [
    { kind: "paragraph", text: [{ strong: view.words.findingHead.choices }] },
    { kind: "list", items: choices.map((choice) => say(view, choice)) },
  ];
}

function numberBlocks(view: View, finding: ReportFinding): Block[] {
  return finding.numbers.length === 0 ? [] : [{ kind: "table", table: numbersTable(view, finding) }];
}

function figureBlocks(view: View, finding: ReportFinding): Block[] {
  return finding.charts.flatMap((chart): Block[] => {
    const figure = findingFigure(view, finding, chart);
    return figure === undefined ? [] : [{ kind: "figure", figure }];
  });
}

function noteBlocks(view: View, { notes = [], lead }: ReportFinding): Block[] {
  if (notes.length === 0) return [];
  const head: Block[] =
    lead === undefined ? [] : [{ kind: "paragraph", text: [{ strong: view.words.findingHead.limits }] }];
  return [...head, { kind: "list", items: notes.map((note) => say(view, note)) }];
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
            : {
                text: `${numbers.value(value, unit)} (${numbers.range(interval.low, interval.high, unit)})`,
                whole: true,
              },
      ],
    })),
  };
}
