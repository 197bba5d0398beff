import type { Block } from "../document.ts";
import { escape } from "./escape.ts";
import { TONE_SIGN, tableHtml } from "./table.ts";
import { textHtml } from "./text.ts";

type Kind = Block["kind"];
type Of<K extends Kind> = Extract<Block, { kind: K }>;
/** Prints figures, which need the page's drawings. */
export type FigurePrinter = (block: Of<"figure">) => string;
type Printers = { readonly [K in Kind]: (block: Of<K>, figure: FigurePrinter) => string };

/** A block as HTML. */
export function blockHtml(block: Block, figure: FigurePrinter): string {
  const print = PRINTERS[block.kind] as (block: Block, figure: FigurePrinter) => string;
  return print(block, figure);
}

const PRINTERS: Printers = {
  paragraph: ({ text, tone }) =>
    text === "" ? "" : `<p${tone === undefined ? "" : ` class="${tone}"`}>${textHtml(text)}</p>`,
  heading: ({ text }) => `<h3>${escape(text)}</h3>`,
  list: ({ items }) => `<ul>${items.map((item) => `<li>${textHtml(item)}</li>`).join("")}</ul>`,
  facts: ({ items }) => {
    const rows = items.map(({ term, text }) => `<div><dt>${escape(term)}</dt><dd>${textHtml(text)}</dd></div>`);
    return `<dl class="facts">${rows.join("")}</dl>`;
  },
  figures: ({ items }) => {
    const tiles = items.map(({ value, label, detail }) => {
      const small = detail === undefined ? "" : `<span class="small">${escape(detail)}</span>`;
      return `<div><dt>${escape(label)}</dt><dd><span class="big">${escape(value)}</span>${small}</dd></div>`;
    });
    return `<dl class="tiles">${tiles.join("")}</dl>`;
  },
  statements: ({ items }) => {
    const lines = items.map(({ badge, tone, text, detail }) => {
      const more = detail === undefined ? "" : `<p class="detail">${textHtml(detail)}</p>`;
      const sign = `<span aria-hidden="true">${TONE_SIGN[tone]}</span>`;
      return `<li class="${tone}"><p class="badge">${sign} ${escape(badge)}</p><div><p>${textHtml(text)}</p>${more}</div></li>`;
    });
    return `<ul class="statements">${lines.join("")}</ul>`;
  },
  flow: ({ steps, caption }) => {
    const boxes = steps.map(({ label, rows, left }) => {
      const count = rows === "" ? "" : `<strong>${escape(rows)}</strong> `;
      return `<li class="${left === true ? "left" : "kept"}">${count}<span>${escape(label)}</span></li>`;
    });
    return `<div class="flow" role="group" aria-label="${escape(caption)}"><ol>${boxes.join("")}</ol></div>`;
  },
  table: ({ table }) => tableHtml(table),
  figure: (block, figure) => figure(block),
  code: ({ text }) => `<pre tabindex="0"><code>${escape(text)}</code></pre>`,
  details: ({ summary, blocks, printed }, figure) =>
    `<details${printed === true ? ' class="printed"' : ""}><summary>${escape(summary)}</summary>${blocks.map((b) => blockHtml(b, figure)).join("")}</details>`,
};
