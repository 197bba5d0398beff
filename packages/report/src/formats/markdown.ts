import { documentOf } from "../document-of.ts";
import { inLanguage } from "../file-name.ts";
import type { Format } from "../format.ts";
import { KEY_SIGN } from "../key-sign.ts";
import { blockMarkdown, type FigurePrinter } from "../markdown/block.ts";
import { tableMarkdown } from "../markdown/table.ts";
import { escapeMarkdown, textMarkdown } from "../markdown/text.ts";
import { picturesOf } from "../pictures/pictures-of.ts";

/** One Markdown file, and its pictures beside it in `charts/`. */
export const markdown: Format = {
  id: "markdown",
  render: async (report, words) => {
    const sections = documentOf(report, words);
    const pictures = await picturesOf(sections, words);
    const figure: FigurePrinter = (own) => {
      const { numbered, panels } = pictures.find((p) => p.numbered.figure === own)!;
      return [
        `**${escapeMarkdown(`${words.label.figure} ${numbered.number}`)}** ${escapeMarkdown(own.title)}`,
        ...(own.key ?? []).map(({ sign, text }) => `- ${KEY_SIGN[sign]} ${escapeMarkdown(text)}`),
        ...panels.flatMap(({ panel, name }) => [
          ...(panel.title === undefined
            ? []
            : [`**${escapeMarkdown(panel.title)}** ${escapeMarkdown(panel.subtitle ?? "")}`]),
          `![${escapeMarkdown(panel.alt)}](${name}.svg)`,
        ]),
        ...(own.note === undefined || own.note === "" ? [] : [textMarkdown(own.note)]),
        tableMarkdown(own.table),
      ].join("\n\n");
    };
    const { model } = report.study;
    const content = [
      `# ${escapeMarkdown(report.title)}`,
      escapeMarkdown(`${words.label.reportKind} · ${model.name} ${model.version} · ${words.date(report.created)}`),
      ...sections.flatMap(({ title, blocks }) => [
        `## ${escapeMarkdown(title)}`,
        ...blocks.map((b) => blockMarkdown(b, figure)).filter((text) => text !== ""),
      ]),
      "---",
      escapeMarkdown(
        `${words.sentence.madeBy(report.auscult.version)} · ${words.label.planSha256} ${report.plan.sha256}`,
      ),
    ].join("\n\n");
    return [
      { name: inLanguage("report", ".md", words.language), content: `${content}\n` },
      ...pictures.flatMap(({ panels }) => panels.map(({ name, svg }) => ({ name: `${name}.svg`, content: svg }))),
    ];
  },
};
