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

function rowHtml({ cells, heading, strong, blank }: TableRow, { columns }: Table): string {
  const [first = "", ...rest] = cells;
  if (heading === true)
    return `<tr class="heading"><th scope="colgroup" colspan="${columns.length}">${cellHtml(first)}</th></tr>`;
  const look = (cell: Cell | string, i: number): string => {
    const names = [
      columns[i]?.align === "end" ? "end" : "",
      typeof cell !== "string" && cell.whole === true ? "whole" : "",
      typeof cell !== "string" && cell.muted === true ? "muted" : "",
    ].filter((name) => name !== "");
    return names.length === 0 ? "" : ` class="${names.join(" ")}"`;
  };
  return (
    `<tr${strong === true ? ' class="strong"' : blank === true ? ' class="blank"' : ""}>${first === "" ? "<td></td>" : `<th scope="row"${look(first, 0)}>${cellHtml(first)}</th>`}` +
    `${rest.map((cell, i) => `<td${look(cell, i + 1)}>${cellHtml(cell)}</td>`).join("")}</tr>`
  );
}

function cellHtml(cell: Cell | string): string {
  if (typeof cell === "string") return escape(cell);
  const text = `${escape(cell.text)}${cell.marks === undefined ? "" : `<sup>${escape(cell.marks)}</sup>`}`;
  if (cell.tone === undefined || cell.tone === "plain") return text;
  return `<span class="tone ${cell.tone}"><span aria-hidden="true">${TONE_SIGN[cell.tone]}</span> ${text}</span>`;
}
