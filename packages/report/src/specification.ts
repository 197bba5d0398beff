import type { Panel } from "./document.ts";
import { chartLocale } from "./draw.ts";
import type { NumberStyle } from "./format-number.ts";

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
/** Panels in a row, where several stand together. */
export const PANELS_ABREAST = 3;

/** Panels as one Vega-Lite document: their data inside it, their language's numbers, their descriptions. */
export function specification(panels: readonly [Panel, ...Panel[]], style: NumberStyle): object {
  const [first] = panels;
  if (panels.length > 1) return together(panels, style);
  const { config, ...rest } = first.spec;
  return {
    $schema: SCHEMA,
    description: first.alt,
    datasets: first.data,
    ...rest,
    config: { ...config, locale: chartLocale(style) },
  };
}

/** Several drawings side by side: each keeps its own data under names of its own. */
function together(panels: readonly [Panel, ...Panel[]], style: NumberStyle): object {
  const own = (name: string, i: number): string => `panel${i + 1}-${name}`;
  const renamed = (part: unknown, i: number): unknown => {
    if (Array.isArray(part)) return part.map((inner) => renamed(inner, i));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === "data" && isNamed(value) ? { name: own(value.name, i) } : renamed(value, i),
      ]),
    );
  };
  return {
    $schema: SCHEMA,
    description: panels.map(({ alt }) => alt).join("\n"),
    datasets: Object.fromEntries(
      panels.flatMap(({ data }, i) => Object.entries(data).map(([name, rows]) => [own(name, i), rows])),
    ),
    columns: PANELS_ABREAST,
    concat: panels.map(({ spec, title, subtitle }, i) => {
      // What Vega-Lite allows at the top alone.
      const { config: _, autosize: __, padding: ___, ...rest } = spec;
      const head =
        title === undefined ? {} : { title: { text: title, ...(subtitle === undefined ? {} : { subtitle }) } };
      return { ...head, ...(renamed(rest, i) as object) };
    }),
    config: { ...panels[0].spec.config, locale: chartLocale(style) },
  };
}

function isNamed(data: unknown): data is { readonly name: string } {
  return typeof data === "object" && data !== null && typeof (data as { readonly name?: unknown }).name === "string";
}
