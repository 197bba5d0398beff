import type { Figure, Panel } from "../document.ts";
import { elementId, escape } from "./escape.ts";
import { keyHtml } from "./key.ts";
import { tableHtml } from "./table.ts";
import { textHtml } from "./text.ts";

export interface FigureContext {
  readonly number: number;
  /** Where the panel is among all panels of the page, and its still picture. */
  drawing(panel: Panel): { readonly index: number; readonly svg: string };
  readonly words: { readonly figure: string; readonly dataTable: string };
}

export function figureHtml(figure: Figure, context: FigureContext): string {
  const { number, words } = context;
  const id = elementId(`figure-${figure.id}`);
  const several = figure.panels.some((p) => p.title !== undefined);
  const panels = figure.panels.map((panel) => {
    const { index, svg } = context.drawing(panel);
    const title =
      panel.title === undefined
        ? ""
        : `<p class="panel-title"><strong>${escape(panel.title)}</strong> <span>${escape(panel.subtitle ?? "")}</span></p>`;
    return `<div class="panel">${title}<div class="drawing${several || wideness(svg) > LINE ? "" : " chart"}" role="img" aria-label="${escape(panel.alt)}" data-panel="${index}">${svg}</div></div>`;
  });
  const body =
    panels.length === 0
      ? ""
      : several
        ? `<div class="panels">${panels.join("")}</div>`
        : `<div class="scroll" role="group" aria-label="${escape(figure.title)}" tabindex="0">${panels.join("")}</div>`;
  const note = figure.note === undefined || figure.note === "" ? "" : `<p class="note">${textHtml(figure.note)}</p>`;
  return (
    `<figure id="${id}"><figcaption><span class="number">${escape(words.figure)} ${number}</span> ${escape(figure.title)}</figcaption>` +
    `${keyHtml(figure.key)}${body}${note}` +
    `<details class="numbers"><summary>${escape(words.dataTable)}</summary>${tableHtml(figure.table)}</details></figure>`
  );
}

/** Drawings of rows are as wide as a line of text and as high as they have rows; charts are not as wide. */
const LINE = 760;

function wideness(svg: string): number {
  return Number(/ width="([\d.]+)"/.exec(svg)?.[1] ?? 0);
}
