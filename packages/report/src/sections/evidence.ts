import { STATUSES } from "../audit-report/evidence.ts";
import type { Block, Table } from "../document.ts";
import { attestationText, type EvidenceRow, heldText, local, missingText, statusTone } from "../evidence-text.ts";
import { routeText } from "../route-text.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** Which requirement each result answers, which nothing answers, and which nobody could answer from predictions and outcomes. */
export const evidence: Section = {
  id: "evidence",
  blocks: (view) => {
    const { report, words } = view;
    const { label, sentence } = words;
    const { rows, standards, notVerified, prepared } = report.evidence;
    if (rows.length === 0) return [];
    return [
      { kind: "paragraph", text: label.evidenceIntro },
      { kind: "paragraph", text: routeText(view) ?? sentence.routeNotDeclared },
      { kind: "table", table: counts(view) },
      {
        kind: "facts",
        items: STATUSES.map((s) => ({ term: words.status[s].name, text: words.status[s].meaning })),
      },
      ...standards.map((standard): Block => {
        const own = rows.filter((r) => r.standard === standard.id);
        const name = local(view, standard.name);
        const edition = local(view, standard.edition);
        return {
          kind: "details",
          printed: true,
          summary: sentence.evidenceRows(name, edition, view.numbers.count(own.length)),
          blocks: [{ kind: "table", table: matrix(view, statuses(view, own), own) }],
        };
      }),
      { kind: "paragraph", tone: "note", text: remarks(view) },
      ...(notVerified.length === 0
        ? []
        : [
            {
              kind: "paragraph" as const,
              tone: "note" as const,
              text: sentence.notVerifiedRows(notVerified.join(", ")),
            },
          ]),
      { kind: "paragraph", tone: "note", text: sentence.preparedOn(words.day(prepared)) },
    ];
  },
};

function remarks({ report, words, numbers }: View): string {
  const { rows, notApplicable } = report.evidence;
  const marks = (["P", "S"] as const)
    .filter((v) => rows.some((r) => r.verification === v))
    .map((v) => `${words.verification[v].name}: ${words.verification[v].meaning}.`);
  const left =
    notApplicable.length === 0 || report.regulatory === undefined
      ? []
      : [words.sentence.notApplicableRows(numbers.count(notApplicable.length), report.regulatory.declaredBy.name)];
  return [...marks, ...left].join(" ");
}

function counts(view: View): Table {
  const { report, words, numbers } = view;
  const { rows, standards } = report.evidence;
  const line = (name: string, own: readonly EvidenceRow[]) => [
    name,
    ...STATUSES.map((s) => {
      const count = own.filter((r) => r.status === s).length;
      return count === 0 ? words.label.none : numbers.count(count);
    }),
    numbers.count(own.length),
  ];
  return {
    caption: words.label.evidenceCaption,
    columns: [
      { label: words.label.standard, align: "start" },
      ...STATUSES.map((s) => ({ label: words.status[s].name, align: "end" as const })),
      { label: words.label.total, align: "end" },
    ],
    rows: [
      ...standards.map((standard) => ({
        cells: line(
          local(view, standard.name),
          rows.filter((r) => r.standard === standard.id),
        ),
      })),
      { cells: line(words.label.total, rows), strong: true },
    ],
  };
}

/** How many of each status: "Evidence present 8 · Not assessed 2". */
function statuses({ words, numbers }: View, rows: readonly EvidenceRow[]): string {
  return STATUSES.flatMap((s) => {
    const count = rows.filter((r) => r.status === s).length;
    return count === 0 ? [] : [`${words.status[s].name} ${numbers.count(count)}`];
  }).join(" · ");
}

function matrix(view: View, caption: string, rows: readonly EvidenceRow[]): Table {
  const { words } = view;
  return {
    caption,
    columns: [
      { label: words.label.clause, align: "start" },
      { label: words.label.status, align: "start" },
      { label: words.label.evidenceHere, align: "start" },
      { label: words.label.evidenceMissing, align: "start" },
      { label: words.label.verified, align: "start" },
    ],
    rows: rows.map((row) => ({
      cells: [
        words.sentence.principle(local(view, row.clause), local(view, row.title)),
        { text: words.status[row.status].name, tone: statusTone(row.status) },
        [heldText(view, row.evidence), ...row.attestations.map((i) => attestationText(view, i))]
          .filter((t) => t !== "")
          .join("; "),
        missingText(view, row.evidence),
        [
          words.verification[row.verification].name,
          ...(row.appliesFrom === undefined ? [] : [words.sentence.ahead(words.day(row.appliesFrom))]),
          ...(row.draft === undefined ? [] : [words.sentence.draft]),
        ].join("; "),
      ],
    })),
  };
}
