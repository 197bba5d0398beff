import { expressionInterpreter } from "vega-interpreter";
import { type Config, parse, type Runtime, type Spec, View } from "vega";
import { compile } from "vega-lite";
import type { DocumentSection, Panel } from "./document.ts";
import type { NumberStyle } from "./format-number.ts";

/** Draws the panels of one document: each specification is compiled once and each panel drawn once, whoever asks. */
export interface Drawer {
  readonly config: Config;
  /** The panel's compiled specification; the same object for panels that are alike. */
  spec(panel: Panel): Spec;
  /** A still picture, as Vega gives it. The same panel gives the same bytes. */
  svg(panel: Panel): Promise<string>;
}

const drawers = new WeakMap<readonly DocumentSection[], Drawer>();

/** The drawer of a document (a document is in one language, so it has one style of numbers). */
export function drawerOf(sections: readonly DocumentSection[], style: NumberStyle): Drawer {
  const known = drawers.get(sections);
  if (known !== undefined) return known;
  const made = drawer(style);
  drawers.set(sections, made);
  return made;
}

/** How a language's numbers stand on axes and in tooltips. */
export function chartLocale({ decimal, group, percent }: NumberStyle): NonNullable<Config["locale"]> {
  return { number: { decimal, thousands: group, grouping: [3], currency: ["", ""], percent } };
}

function drawer(style: NumberStyle): Drawer {
  const config: Config = { locale: chartLocale(style) };
  const specs = new Map<string, Spec>();
  const runtimes = new Map<Spec, Runtime>();
  const pictures = new Map<Panel, Promise<string>>();
  const spec = (panel: Panel): Spec => {
    const key = JSON.stringify(panel.spec);
    // Vega marks the objects that it is given, so it gets its own.
    const compiled = specs.get(key) ?? compile(structuredClone(panel.spec)).spec;
    specs.set(key, compiled);
    return compiled;
  };
  const draw = async (panel: Panel): Promise<string> => {
    const own = spec(panel);
    const runtime = runtimes.get(own) ?? parse(own, config, { ast: true });
    runtimes.set(own, runtime);
    const view = new View(runtime, { expr: expressionInterpreter, renderer: "none" });
    for (const [name, rows] of Object.entries(panel.data)) view.data(name, structuredClone([...rows]));
    const svg = await view.toSVG();
    view.finalize();
    return svg;
  };
  return {
    config,
    spec,
    svg: (panel) => {
      const known = pictures.get(panel) ?? draw(panel);
      pictures.set(panel, known);
      return known;
    },
  };
}
