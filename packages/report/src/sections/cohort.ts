import type { ReportSubgroup } from "../audit-report.ts";
import type { TableRow } from "../document.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";
import { happenedColumns } from "./happened-columns.ts";

/** How source rows became the cohort, and who is in it. */
export const cohort: Section = {
  id: "cohort",
  blocks: (view) => {
    const { report, words, numbers } = view;
    const { ledger } = report;
    const { label, sentence } = words;
    return [
      {
        kind: "flow",
        caption: label.flowCaption,
        steps: [
          { label: label.sourceRows, rows: numbers.count(ledger.sourceRows) },
          ...ledger.steps.map((step) => ({
            label: words.ledgerStep[step.id] ?? step.label,
            rows: numbers.count(step.rows),
            left: true,
          })),
          { label: label.cohortRows, rows: numbers.count(ledger.cohortRows) },
          {
            label: sentence.unscored(numbers.count(ledger.missingScore), numbers.count(ledger.missingOutcome)),
            rows: "",
            left: true,
          },
          ...(ledger.notMatured === undefined
            ? []
            : [{ label: label.notMatured, rows: numbers.count(ledger.notMatured), left: true }]),
          { label: label.analysed, rows: numbers.count(ledger.analysed) },
        ],
      },
      { kind: "paragraph", text: patients(view) },
      {
        kind: "table",
        table: {
          caption: label.whoIsIn,
          columns: [
            { label: label.subgroup, align: "start" },
            { label: label.rows, align: "end" },
            { label: label.shareOfCohort, align: "end" },
            { label: label.analysed, align: "end" },
            ...happenedColumns(view).map(({ heading }) => ({ label: heading, align: "end" as const })),
          ],
          rows: [
            ...(view.overall === undefined ? [] : [{ ...line(view, view.overall), strong: true }]),
            ...view.attributes.flatMap((a): TableRow[] => [
              { heading: true, cells: [a.label] },
              ...a.subgroups.flatMap((id) => view.subgroup(id) ?? []).map((s) => line(view, s)),
            ]),
          ],
        },
      },
      ...(report.study.outcome.kind === "time-to-event"
        ? [{ kind: "paragraph" as const, tone: "note" as const, text: label.whatHappenedByHorizon }]
        : []),
    ];
  },
};

function line(view: View, s: ReportSubgroup): TableRow {
  const { numbers } = view;
  return {
    cells: [
      view.levelName(s.id),
      numbers.count(s.rows),
      numbers.percent(s.share),
      numbers.count(s.n),
      ...happenedColumns(view).map(({ text }) => text(s)),
    ],
  };
}

function patients({ report, words, numbers }: View): string {
  const { patients, policy } = report.study;
  if (patients === undefined) return words.sentence.patientsUnknown;
  const distinct = numbers.count(patients.distinct);
  if (!patients.repeated) return words.sentence.patientsOnce(distinct);
  return policy.assumeIndependentRows === undefined
    ? words.sentence.patientsRepeated(distinct)
    : words.sentence.patientsRepeatedOverridden(distinct);
}
