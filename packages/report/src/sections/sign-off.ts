import type { Block } from "../document.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

const PARTS = ["author", "reviewer", "approver"] as const;

/** Who vouches for what, and who answers for the report, with lines to sign on. */
export const signOff: Section = {
  id: "sign-off",
  blocks: (view) => [...attestations(view), ...signatures(view)],
};

function attestations({ report, words }: View): Block[] {
  const { label } = words;
  if (report.attestations.length === 0) return [];
  return [
    { kind: "paragraph", text: label.attestationsNote },
    {
      kind: "table",
      table: {
        caption: label.attestations,
        columns: [label.attestation, label.statement, label.nameAndRole, label.document, label.day].map((text) => ({
          label: text,
          align: "start",
        })),
        rows: report.attestations.map(({ of, statement, name, role, document, date }) => ({
          cells: [
            of
              .map((id) => (Object.hasOwn(words.evidence, id) ? words.evidence[id as keyof typeof words.evidence] : id))
              .join(", "),
            statement,
            `${name}, ${role}`,
            document ?? "",
            words.day(date),
          ],
        })),
      },
    },
  ];
}

function signatures({ report, words }: View): Block[] {
  const { label } = words;
  const people = report.signOff;
  const lines =
    people.length === 0
      ? PARTS.map((part) => [words.part[part], "", "", "", ""])
      : people.map(({ part, name, role, organisation, qualification, independence }) => [
          words.part[part],
          [name, role, organisation, qualification].filter((t) => t !== undefined).join(", "),
          independence ?? label.notStated,
          "",
          "",
        ]);
  return [
    ...(people.length === 0 ? [{ kind: "paragraph" as const, text: label.nobodyDeclared }] : []),
    {
      kind: "table",
      table: {
        caption: label.signOff,
        columns: [label.part, label.nameAndRole, label.independence, label.day, label.signature].map((text) => ({
          label: text,
          align: "start",
        })),
        rows: lines.map((cells) => ({ cells, blank: true })),
      },
    },
  ];
}
