import type { Cell, Table, TableRow, Tone } from "../document.ts";
import { escape } from "./escape.ts";

/** A sign for each tone, so that no verdict is told by its colour alone. */
export const TONE_SIGN: Readonly<Record<Tone, string>> = {
  gap: "\u25B2",
  equivalent: "\u2248",
  open: "?",
  plain: "\u2022",
};

export function tableHtml(table: Table): string {
  const head = table.columns
    .map(({ label, align }) => `<th scope="col" class="${align}">${escape(label)}</th>`)
    .join("");
  const rows = table.rows.map((row) => rowHtml(row, table)).join("");
  const notes = (table.notes ?? [])
    .map(({ mark, text }) => `<li><sup>${escape(mark)}</sup> ${escape(text)}</li>`)
    .join("");
  return (
    `<div class="scroll" role="group" aria-label="${escape(table.caption)}" tabindex="0">` +
    `<table><caption>${escape(table.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>` +
    (notes === "" ? "" : `<ul class="notes">${notes}</ul>`)
  );
}

function rowHtml({ cells, heading, strong }: TableRow, { columns }: Table): string {
  const [first = "", ...rest] = cells;
  if (heading === true)
    return `<tr class="heading"><th scope="colgroup" colspan="${columns.length}">${cellHtml(first)}</th></tr>`;
  const align = (i: number): string => (columns[i]?.align === "end" ? ' class="end"' : "");
  return (
    `<tr${strong === true ? ' class="strong"' : ""}><th scope="row"${align(0)}>${cellHtml(first)}</th>` +
    `${rest.map((cell, i) => `<td${align(i + 1)}>${cellHtml(cell)}</td>`).join("")}</tr>`
  );
}

function cellHtml(cell: Cell | string): string {
  if (typeof cell === "string") return escape(cell);
  const marks = cell.marks === undefined ? "" : `<sup>${escape(cell.marks)}</sup>`;
  const text = `${escape(cell.text)}${marks}`;
  if (cell.tone !== undefined && cell.tone !== "plain")
    return `<span class="tone ${cell.tone}"><span aria-hidden="true">${TONE_SIGN[cell.tone]}</span> ${text}</span>`;
  if (cell.whole === true) return `<span class="whole">${text}</span>`;
  return cell.muted === true ? `<span class="muted">${text}</span>` : text;
}
