import type { Block } from "../document.ts";
import { attestationText, type EvidenceRow, heldText, local, missingText, statusTone } from "../evidence-text.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

const STANDARD = "gmlp";

/** The ten principles of good machine learning practice: what was measured, what was attested, and lines for what was not. */
export const gmlp: Section = {
  id: "gmlp",
  blocks: (view) => {
    const rows = view.report.evidence.rows.filter((r) => r.standard === STANDARD);
    if (rows.length === 0) return [];
    return [{ kind: "paragraph", text: view.words.label.gmlpIntro }, ...rows.flatMap((row) => principle(view, row))];
  },
};

function principle(view: View, row: EvidenceRow): Block[] {
  const { words } = view;
  const { label } = words;
  const status = words.status[row.status];
  const attested = row.evidence.flatMap((e) => (e.state === "attested" ? e.attestations : []));
  const statements = [...new Set([...row.attestations, ...attested])];
  const measured = heldText(
    view,
    row.evidence.filter((e) => e.state !== "attested"),
  );
  return [
    { kind: "heading", text: words.sentence.principle(local(view, row.clause), local(view, row.title)) },
    {
      kind: "statements",
      items: [
        {
          badge: status.name,
          tone: statusTone(row.status),
          text: measured === "" ? status.meaning : measured,
          ...(missingText(view, row.evidence) === ""
            ? {}
            : { detail: `${label.evidenceMissing}: ${missingText(view, row.evidence)}.` }),
        },
      ],
    },
    ...(statements.length === 0
      ? [blank(view)]
      : [{ kind: "list" as const, items: statements.map((i) => attestationText(view, i)) }]),
  ];
}

/** A line to write on, for whoever can attest what the audit could not measure. */
function blank({ words: { label } }: View): Block {
  const columns = [label.statement, label.nameAndRole, label.document, label.day, label.signature];
  return {
    kind: "table",
    table: {
      caption: label.attestation,
      columns: columns.map((text) => ({ label: text, align: "start" })),
      rows: [{ cells: columns.map(() => ""), blank: true }],
    },
  };
}
