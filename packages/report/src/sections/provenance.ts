import type { Section } from "../section.ts";

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
      {
        kind: "details",
        summary: label.planAsUsed,
        blocks: [{ kind: "code", text: JSON.stringify(report.plan.content, null, 2) }],
      },
    ];
  },
};
