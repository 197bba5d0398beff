import { arrowOfResults, danfoOfResults, type ResultRow } from "@auscult/core";
import type { Exhibit } from "@auscult/report";

type MimeBundle = Readonly<Record<string, unknown>>;

/** How a notebook's kernel asks a value to show itself. */
export const JUPYTER = Symbol.for("Jupyter.display");
/** How Node's console does. */
export const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A result that a person reads and a program takes further. */
export interface Display {
  readonly title: string;
  /** Rows with all their digits; null where there is no value, with the reason beside it. */
  table(): readonly ResultRow[];
  /** The same as an Arrow table. */
  toArrow(): ReturnType<typeof arrowOfResults>;
  /** The same as a danfo DataFrame; throws `AuditError` where danfojs-node is not installed. */
  toDanfo(): Promise<object>;
  /** Vega-Lite, with its data inside; undefined where there is nothing to draw. */
  readonly spec: object | undefined;
  /** A picture that stands alone; undefined where there is nothing to draw. */
  svg(): Promise<string | undefined>;
  toString(): string;
  [JUPYTER](): Promise<MimeBundle>;
  [INSPECT](): string;
}

export function display({ title, text, spec, svg }: Exhibit, rows: readonly ResultRow[]): Display {
  return {
    title,
    table: () => rows,
    toArrow: () => arrowOfResults(rows),
    toDanfo: () => danfoOfResults(rows),
    spec,
    svg: async () => svg?.(),
    toString: () => text,
    // JupyterLab knows this Vega-Lite type and renders newer schemas under it; what does not know it shows the picture.
    [JUPYTER]: async () => ({
      ...(spec === undefined ? {} : { "application/vnd.vegalite.v5+json": spec }),
      ...(svg === undefined ? {} : { "image/svg+xml": await svg() }),
      "text/plain": text,
    }),
    [INSPECT]: () => text,
  };
}
