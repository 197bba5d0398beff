import type { Block } from "./document.ts";
import { textPlain } from "./text-plain.ts";
import { textTable } from "./text-table.ts";

/** Blocks as lines of plain text, for a console: what is folded away or drawn is its title and its table. */
export function textBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap(lines);
}

function lines(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [block.text, "─".repeat(Math.min(80, block.text.length))];
    case "paragraph":
      return [textPlain(block.text)];
    case "list":
      return block.items.map((item) => `- ${textPlain(item)}`);
    case "facts":
      return block.items.map(({ term, text }) => `${term} ${textPlain(text)}`);
    case "figures":
      return block.items.map(
        ({ value, label, detail }) => `${value} ${label}${detail === undefined ? "" : ` (${detail})`}`,
      );
    case "statements":
      return block.items.map(({ badge, text, detail }) =>
        [`[${badge}]`, textPlain(text), ...(detail === undefined ? [] : [textPlain(detail)])].join(" "),
      );
    case "table":
      return [block.table.caption, textTable(block.table), ""];
    case "figure":
      return [block.figure.title, textTable(block.figure.table), ""];
    case "code":
      return [block.text];
    case "flow":
      return block.steps.map(({ label, rows }) => `${label}: ${rows}`);
    default:
      return [];
  }
}
