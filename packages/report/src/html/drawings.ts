import { expressionInterpreter } from "vega-interpreter";
import { type Config, parse, type Spec, View } from "vega";
import { compile } from "vega-lite";
import type { Datum, Panel } from "../document.ts";
import type { NumberStyle } from "../format-number.ts";
import { tidySvg } from "./tidy-svg.ts";

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
  /** A still picture of each panel, in order. */
  readonly svgs: readonly string[];
}

/** Compiles each specification once and draws every panel, without a browser. The same panels give the same bytes. */
export async function drawPanels(panels: readonly Panel[], style: NumberStyle): Promise<Drawn> {
  const specs = new Shared<Spec>();
  const data = new Shared<Columns>();
  const { decimal, group } = style;
  const config: Config = { locale: { number: { decimal, thousands: group, grouping: [3], currency: ["", ""] } } };
  const drawn: [number, Record<string, number>][] = [];
  const svgs: string[] = [];
  for (const [i, panel] of panels.entries()) {
    const spec = specs.index(JSON.stringify(panel.spec), () => compile(panel.spec).spec);
    const named = Object.entries(panel.data).map(([name, rows]): [string, number] => {
      const columns = columnsOf(rows);
      return [name, data.index(JSON.stringify(columns), () => columns)];
    });
    drawn.push([spec, Object.fromEntries(named)]);
    svgs.push(tidySvg(await stillPicture(specs.items[spec]!, panel.data, config), `d${i}`));
  }
  return { drawings: { specs: specs.items, data: data.items, panels: drawn, config }, svgs };
}

async function stillPicture(spec: Spec, data: Panel["data"], config: Config): Promise<string> {
  const view = new View(parse(spec, config, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "none",
  });
  for (const [name, rows] of Object.entries(data))
    view.data(
      name,
      rows.map((row) => ({ ...row })),
    );
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

function columnsOf(rows: readonly Datum[]): Columns {
  const k = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { k, v: rows.map((row) => k.map((key) => row[key] ?? null)) };
}

/** Things kept once each, by what they are. */
class Shared<T> {
  readonly items: T[] = [];
  readonly #at = new Map<string, number>();
  index(key: string, make: () => T): number {
    const known = this.#at.get(key);
    if (known !== undefined) return known;
    this.#at.set(key, this.items.length);
    return this.items.push(make()) - 1;
  }
}
