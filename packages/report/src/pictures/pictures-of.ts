import type { DocumentSection, Panel } from "../document.ts";
import { drawerOf } from "../draw.ts";
import { inLanguage } from "../file-name.ts";
import { type NumberedFigure, figuresOf } from "../tables-of.ts";
import type { Words } from "../words.ts";
import { standalone } from "./standalone.ts";

export interface Picture {
  readonly panel: Panel;
  /** Path of its files without their extension. */
  readonly name: string;
  /** A picture that stands alone: its own title and description, its own font. */
  readonly svg: string;
}

export interface Pictured {
  readonly numbered: NumberedFigure;
  readonly panels: readonly Picture[];
}

const known = new WeakMap<readonly DocumentSection[], Promise<readonly Pictured[]>>();

/** Every figure of a document with its pictures, drawn once for all formats. */
export function picturesOf(sections: readonly DocumentSection[], words: Words): Promise<readonly Pictured[]> {
  const made = known.get(sections) ?? draw(sections, words);
  known.set(sections, made);
  return made;
}

async function draw(sections: readonly DocumentSection[], words: Words): Promise<readonly Pictured[]> {
  const drawer = drawerOf(sections, words.numbers);
  const folder = inLanguage("charts", "", words.language);
  const all: Pictured[] = [];
  for (const numbered of figuresOf(sections)) {
    const { figure, name, number } = numbered;
    const panels: Picture[] = [];
    for (const [i, panel] of figure.panels.entries()) {
      const own = panel.title === undefined ? figure.title : `${figure.title}: ${panel.title}`;
      panels.push({
        panel,
        name: `${folder}/${name}${figure.panels.length === 1 ? "" : `-${i + 1}`}`,
        svg: standalone(await drawer.svg(panel), {
          title: `${words.label.figure} ${number}. ${own}`,
          description: panel.alt,
        }),
      });
    }
    all.push({ numbered, panels });
  }
  return all;
}
