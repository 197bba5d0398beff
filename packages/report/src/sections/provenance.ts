import { changeBlocks } from "./history.ts";
import type { Section } from "../section.ts";
import type { View } from "../view.ts";

/** Which bytes went in, what computed, and how to do it again. */
export const provenance: Section = {
  id: "provenance",
  blocks: (view) => {
    const { report, words, numbers } = view;
    const { label } = words;
    return [
      { kind: "paragraph", text: words.sentence.reproduce(report.auscult.version, report.study.policy.seed) },
      {
        kind: "table",
        table: {
          caption: label.filesCaption,
          columns: [
            { label: label.file, align: "start" },
            { label: label.rows, align: "end" },
            { label: label.bytes, align: "end" },
            { label: "SHA-256", align: "start" },
          ],
          rows: report.provenance.files.map((f) => ({
            cells: [
              f.file,
              f.rows === undefined ? "" : numbers.count(f.rows),
              f.bytes === undefined ? "" : numbers.count(f.bytes),
              f.sha256,
            ],
          })),
        },
      },
      {
        kind: "facts",
        items: [
          { term: label.planSha256, text: report.plan.sha256 },
          ...report.provenance.versions.map(({ name, version }) => ({ term: name, text: version })),
        ],
      },
      ...changeBlocks(view),
      { kind: "heading", text: words.file.disclosureHeading },
      { kind: "paragraph", text: disclosureText(view) },
      {
        kind: "details",
        summary: label.planAsUsed,
        blocks: [{ kind: "code", text: JSON.stringify(report.plan.content, null, 2) }],
      },
    ];
  },
};

function disclosureText({ report: { disclosure }, words: { file }, numbers }: View): string {
  if (disclosure === undefined) return file.notControlled;
  const { profile, minimum, round, withheld } = disclosure;
  return file.controlled({
    rule: file.disclosureRule[profile],
    minimum: numbers.count(minimum),
    round: round === undefined ? undefined : numbers.count(round),
    counts: numbers.count(withheld.counts),
    estimates: numbers.count(withheld.estimates),
    comparisons: numbers.count(withheld.comparisons),
    curves: numbers.count(withheld.curves),
    findings: numbers.count(withheld.findings),
  });
}
