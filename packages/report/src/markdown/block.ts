import type { Block, Figure } from "../document.ts";
import { TONE_SIGN } from "../html/table.ts";
import { tableMarkdown } from "./table.ts";
import { escapeMarkdown, textMarkdown } from "./text.ts";

type Kind = Block["kind"];
type Of<K extends Kind> = Extract<Block, { kind: K }>;
/** Prints figures, whose pictures lie beside the report. */
export type FigurePrinter = (figure: Figure) => string;
type Printers = { readonly [K in Kind]: (block: Of<K>, figure: FigurePrinter) => string };

/** A block as Markdown (CommonMark with tables). */
export function blockMarkdown(block: Block, figure: FigurePrinter): string {
  const print = PRINTERS[block.kind] as (block: Block, figure: FigurePrinter) => string;
  return print(block, figure);
}

const PRINTERS: Printers = {
  paragraph: ({ text }) => textMarkdown(text),
  heading: ({ text }) => `### ${escapeMarkdown(text)}`,
  list: ({ items }) => items.map((item) => `- ${textMarkdown(item)}`).join("\n"),
  facts: ({ items }) =>
    items.map(({ term, text }) => `- **${escapeMarkdown(term)}**: ${textMarkdown(text)}`).join("\n"),
  figures: ({ items }) =>
    items
      .map(({ value, label, detail }) => {
        const more = detail === undefined ? "" : ` (${escapeMarkdown(detail)})`;
        return `- ${escapeMarkdown(label)}: **${escapeMarkdown(value)}**${more}`;
      })
      .join("\n"),
  statements: ({ items }) =>
    items
      .map(({ badge, tone, text, detail }) => {
        const more = detail === undefined ? "" : `  \n  ${textMarkdown(detail)}`;
        return `- ${TONE_SIGN[tone]} **${escapeMarkdown(badge)}** ${textMarkdown(text)}${more}`;
      })
      .join("\n"),
  flow: ({ steps, caption }) =>
    [
      `**${escapeMarkdown(caption)}**`,
      "",
      ...steps.map(({ label, rows, left }) => {
        const count = rows === "" ? "" : `**${escapeMarkdown(rows)}** `;
        return `${left === true ? "   - " : "- "}${count}${escapeMarkdown(label)}`;
      }),
    ].join("\n"),
  table: ({ table }) => tableMarkdown(table),
  figure: ({ figure }, print) => print(figure),
  code: ({ text }) => {
    const fence = "`".repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
    return `${fence}\n${text}\n${fence}`;
  },
  details: ({ summary, blocks }, figure) =>
    [`#### ${escapeMarkdown(summary)}`, ...blocks.map((b) => blockMarkdown(b, figure))].join("\n\n"),
};
