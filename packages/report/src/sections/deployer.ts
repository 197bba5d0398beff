import type { Block } from "../document.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** AI Act Art. 26(6). */
const LEAST_MONTHS = 6;

/** What a hospital keeps on record as deployer: statements beside what this audit saw of its own data. */
export const deployer: Section = {
  id: "deployer",
  blocks: (view) => {
    const { report, words, numbers } = view;
    const { label } = words;
    const record = report.deployer;
    if (record === undefined) return [];
    const { oversight, logs, inputData } = record;
    const inputs = report.evidence.rows.find((r) => r.id === "AIA.26.4");
    return [
      { kind: "paragraph", text: label.deployerIntro },
      {
        kind: "facts",
        items: [
          { term: label.organisation, text: record.organisation },
          { term: label.inputData, text: inputData ?? label.notStated },
          ...(inputs === undefined ? [] : [{ term: label.status, text: words.status[inputs.status].name }]),
          {
            term: label.humanOversight,
            text: oversight === undefined ? label.notStated : `${oversight.name}, ${oversight.role}`,
          },
          { term: label.competence, text: oversight?.competence ?? label.notStated },
          { term: label.override, text: oversight?.override ?? label.notStated },
          { term: label.automationBias, text: oversight?.automationBias ?? label.notStated },
          {
            term: label.logs,
            text:
              logs === undefined
                ? label.notStated
                : words.sentence.logsKept(numbers.plain(logs.months), logs.where, logs.months >= LEAST_MONTHS),
          },
        ],
      },
      ...(record.specialCategories === undefined ? [] : specialCategories(view, record.specialCategories)),
    ];
  },
};

type Categories = NonNullable<NonNullable<View["report"]["deployer"]>["specialCategories"]>;

/** The record of Art. 4a: six conditions that must hold together. */
function specialCategories({ words: { label } }: View, stated: Categories): Block[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    [label.legalBasis, stated.legalBasis],
    [label.necessity, stated.necessity],
    [label.pseudonymisation, stated.pseudonymisation],
    [label.access, stated.access],
    [label.noSharing, label.dataStayHere],
    [label.deletion, stated.deletion],
    [label.recordOfProcessing, stated.recordOfProcessing],
  ];
  return [
    { kind: "heading", text: label.art4a },
    { kind: "paragraph", text: label.art4aIntro },
    {
      kind: "table",
      table: {
        caption: label.art4a,
        columns: [
          { label: label.condition, align: "start" },
          { label: label.given, align: "start" },
        ],
        rows: rows.map(([term, text]) => ({
          cells: [term, text === undefined ? { text: label.notStated, muted: true } : text],
        })),
      },
    },
  ];
}
