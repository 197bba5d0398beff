import type { Figure } from "../document.ts";
import type { Pictured } from "../pictures/pictures-of.ts";
import { breakable, label, str } from "./escape.ts";
import { textTypst } from "./text.ts";

/** A figure: its key, its pictures with their words for those who do not see them, its caption and its note. */
export function figureTypst(
  figure: Figure,
  { numbered, panels }: Pictured,
  around: { readonly targets: ReadonlySet<string>; readonly word: string; file(svg: string): string },
): string {
  const pictures = panels.map(({ panel, svg }) => {
    const title = panel.title === undefined ? "none" : breakable(panel.title);
    return `(${str(around.file(svg))}, ${str(panel.alt)}, ${title}, ${breakable(panel.subtitle ?? "")}, ${widthOf(svg)})`;
  });
  const key = (figure.key ?? []).map(({ sign, text }) => `(${str(sign)}, ${str(text)})`);
  const note = figure.note === undefined || figure.note === "" ? "none" : textTypst(figure.note, around.targets);
  const list = (items: readonly string[]): string => `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
  return `#drawing(${str(`${around.word} ${numbered.number}`)}, ${breakable(figure.title)}, ${list(pictures)}, ${list(key)}, ${note}) ${label(`figure-${figure.id}`)}`;
}

/** Of the drawing, in its own units. */
function widthOf(svg: string): string {
  return /^<svg [^>]*\bwidth="([\d.]+)"/.exec(svg)?.[1] ?? "600";
}
