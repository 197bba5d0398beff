import type { Config, Spec } from "vega";
import type { Datum, Panel } from "../document.ts";
import type { Drawer } from "../draw.ts";
import { sharedAxes } from "./shared-axes.ts";
import { tidyPart, tidySvg } from "./tidy-svg.ts";

/** Rows as a page carries them: the keys once. */
interface Columns {
  readonly k: readonly string[];
  readonly v: readonly (readonly (string | number | boolean | null)[])[];
}

/** Everything that a page needs to draw its charts again: each specification and each dataset once. */
interface Drawings {
  readonly specs: readonly Spec[];
  readonly data: readonly Columns[];
  /** For each panel: its specification, and its datasets by name. */
  readonly panels: readonly (readonly [spec: number, data: Readonly<Record<string, number>>])[];
  readonly config: Config;
}

export interface Drawn {
  readonly drawings: Drawings;
  /** A still picture of each panel, in order, and what they share: it stands once on the page. */
  readonly svgs: readonly string[];
  readonly shared: string;
}

/** Every panel of a page as a still picture, and what draws it again in a browser. The same panels give the same bytes. */
export async function drawPanels(panels: readonly Panel[], drawer: Drawer): Promise<Drawn> {
  const specs = shared<Spec>();
  const axes = sharedAxes(tidyPart);
  const data = shared<Columns>();
  const drawn: [number, Record<string, number>][] = [];
  const svgs: string[] = [];
  for (const [i, panel] of panels.entries()) {
    const spec = specs.index(JSON.stringify(panel.spec), () => drawer.spec(panel));
    const named = Object.entries(panel.data).map(([name, rows]): [string, number] => {
      const columns = columnsOf(rows);
      return [name, data.index(JSON.stringify(columns), () => columns)];
    });
    drawn.push([spec, Object.fromEntries(named)]);
    svgs.push(tidySvg(axes.share(await drawer.svg(panel)), `d${i}`));
  }
  return {
    drawings: { specs: specs.items, data: data.items, panels: drawn, config: drawer.config },
    svgs,
    shared: axes.definitions(),
  };
}

function columnsOf(rows: readonly Datum[]): Columns {
  const k = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { k, v: rows.map((row) => k.map((key) => row[key] ?? null)) };
}

/** Things kept once each, by what they are. */
function shared<T>(): { readonly items: readonly T[]; index(key: string, make: () => T): number } {
  const items: T[] = [];
  const known = new Map<string, number>();
  return {
    items,
    index: (key, make) => {
      const at = known.get(key) ?? items.push(make()) - 1;
      known.set(key, at);
      return at;
    },
  };
}
