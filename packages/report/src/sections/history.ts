import type { PlanChange, ReportChanges } from "../audit-report/history.ts";
import type { Block, Table } from "../document.ts";
import type { View } from "../view.ts";

/** Whether the plan was fixed before the outcomes were read, and what of it was changed since. */
export function lockBlocks(view: View): Block[] {
  const { words, report } = view;
  const { lock } = report;
  if (lock === undefined) return [{ kind: "paragraph", text: words.file.notLocked }];
  const { locked, clock, sha256, deviations, auscult } = lock;
  return [
    {
      kind: "paragraph",
      text: words.file.locked({
        date: words.date(locked),
        declared: clock === "declared",
        auscult,
        sha256,
        deviations: deviations.length,
      }),
    },
    ...(deviations.length === 0
      ? []
      : [{ kind: "table" as const, table: planTable(view, words.file.deviations, deviations) }]),
  ];
}

/** What is not as it was in the previous report. */
export function changeBlocks(view: View): Block[] {
  const { words, report } = view;
  const { changes: history } = report;
  if (history === undefined) return [];
  const { previous, changes } = history;
  const of = <K extends Change["kind"]>(kind: K): Extract<Change, { kind: K }>[] =>
    changes.filter((c): c is Extract<Change, { kind: K }> => c.kind === kind);
  const plan = of("plan");
  const rows = [
    ...of("verdict").map((c) => [
      view.metricName(c.metric, c.threshold),
      view.subgroupName(c.subgroup),
      c.was === null ? words.label.none : words.summary[c.was],
      c.is === null ? words.label.none : words.summary[c.is],
    ]),
    ...of("estimate").map((c) => {
      const { unit } = view.metric(c.metric);
      return [
        view.metricName(c.metric, c.threshold),
        view.subgroupName(c.subgroup),
        view.numbers.value(c.was, unit),
        view.numbers.value(c.is, unit),
      ];
    }),
  ];
  return [
    { kind: "heading", text: words.file.changes },
    {
      kind: "paragraph",
      text: words.file.since({
        title: previous.title,
        date: words.date(previous.created),
        auscult: previous.auscult,
        changes: changes.length,
      }),
    },
    ...(plan.length === 0 ? [] : [{ kind: "table" as const, table: planTable(view, words.file.planChanges, plan) }]),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            table: {
              caption: words.file.resultChanges,
              columns: [words.label.metric, words.label.subgroup, words.file.was, words.file.is].map((label) => ({
                label,
                align: "start" as const,
              })),
              rows: rows.map((cells) => ({ cells })),
            },
          },
        ]),
  ];
}

type Change = ReportChanges["changes"][number];

function planTable({ words }: View, caption: string, changes: readonly PlanChange[]): Table {
  const { file, label } = words;
  return {
    caption,
    columns: [file.path, file.was, file.is].map((text) => ({ label: text, align: "start" as const })),
    rows: changes.map(({ path, was, is }) => ({ cells: [path, was ?? label.none, is ?? label.none] })),
  };
}
