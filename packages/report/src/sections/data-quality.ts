import type { ReportSubgroup } from "../audit-report.ts";
import type { TableRow } from "../document.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";
import { findingBlocks } from "./findings.ts";

/** What is missing, and in whom: missingness that differs between subgroups is itself a finding. */
export const dataQuality: Section = {
  id: "data-quality",
  blocks: (view) => {
    const { label } = view.words;
    return [
      { kind: "paragraph", text: label.missingIntro },
      {
        kind: "table",
        table: {
          caption: label.missingCaption,
          columns: [
            { label: label.subgroup, align: "start" },
            { label: label.rows, align: "end" },
            { label: label.missingScore, align: "end" },
            { label: label.percentOfRows, align: "end" },
            { label: label.missingOutcome, align: "end" },
            { label: label.percentOfRows, align: "end" },
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
      ...findingBlocks(view, ["missingness", "verification"]),
    ];
  },
};

function line(view: View, s: ReportSubgroup): TableRow {
  const { numbers } = view;
  return {
    cells: [
      view.levelName(s.id),
      numbers.count(s.rows),
      numbers.count(s.missingScore),
      numbers.percent(s.missingScoreShare),
      numbers.count(s.missingOutcome),
      numbers.percent(s.missingOutcomeShare),
    ],
  };
}
