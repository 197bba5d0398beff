import type { Cell, Table } from "../document.ts";
import { TONE_SIGN } from "../html/table.ts";
import { escapeMarkdown } from "./text.ts";

/** A table with its caption before it and its notes after it. A row that heads others is bold. */
export function tableMarkdown({ caption, columns, rows, notes = [] }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const filled = (cells: readonly string[]): string[] => columns.map((_, i) => cells[i] ?? "");
  return [
    `**${escapeMarkdown(caption)}**`,
    "",
    line(columns.map((c) => escapeMarkdown(c.label))),
    line(columns.map((c) => (c.align === "end" ? "---:" : ":---"))),
    ...rows.map(({ cells, heading, strong }) =>
      line(
        filled(cells.map(cellMarkdown)).map((text) =>
          (heading === true || strong === true) && text !== "" ? `**${text}**` : text,
        ),
      ),
    ),
    ...(notes.length === 0 ? [] : ["", ...notes.map(({ mark, text }) => `- \\[${mark}\\] ${escapeMarkdown(text)}`)]),
  ].join("\n");
}

function cellMarkdown(cell: Cell | string): string {
  if (typeof cell === "string") return escapeMarkdown(cell);
  const sign = cell.tone === undefined || cell.tone === "plain" ? "" : `${TONE_SIGN[cell.tone]} `;
  return `${sign}${escapeMarkdown(cell.text)}${cell.marks === undefined || cell.marks === "" ? "" : ` \\[${cell.marks}\\]`}`;
}
