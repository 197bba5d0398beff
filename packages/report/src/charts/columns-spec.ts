import type { TopLevelSpec } from "vega-lite";
import type { AxisRange } from "./axis-range.ts";
import { type DrawnRule, RULE_STYLE } from "./rule-style.ts";
import { config, GREY, INK, QUIET, SERIES_COLOURS } from "./style.ts";

export interface ColumnsFrame {
  readonly x: { readonly title: string; readonly words: readonly string[] };
  readonly y: { readonly title: string; readonly axis: AxisRange; readonly percent: boolean };
  readonly names: readonly string[];
  /** Whether each bar has room for its number. */
  readonly printed: boolean;
  readonly rules: readonly DrawnRule[];
}

export const COLUMNS = { height: 260 } as const;
const WIDTH = 500;

/** Upright bars from 0, those of the same words beside one another. Draws `rows` { x, series, value, low, high, top, text }, `top` above its interval. */
export function columnsSpec({ x, y, names, printed, rules }: ColumnsFrame): TopLevelSpec {
  const across = {
    field: "x",
    type: "ordinal",
    scale: { domain: x.words, paddingInner: 0.3, paddingOuter: 0.15 },
    axis: { title: x.title, labelAngle: 0, labelOverlap: false },
  };
  const up = {
    type: "quantitative",
    scale: { domain: [y.axis.low, y.axis.high], nice: false, zero: false },
    axis: { title: null, tickCount: 5, grid: true, domain: false, ticks: false, format: y.percent ? "%" : ",f" },
  };
  const beside = { field: "series", type: "nominal", scale: { domain: names, paddingInner: 0.08 } };
  const color = { field: "series", type: "nominal", legend: null, scale: { domain: names, range: SERIES_COLOURS } };
  const rows = (filter: string, mark: object, encoding: object): object => ({
    data: { name: "rows" },
    transform: [{ filter }],
    mark,
    encoding: { x: across, xOffset: beside, ...encoding },
  });
  return {
    width: WIDTH,
    height: COLUMNS.height,
    autosize: { type: "none" },
    padding: { left: 52, top: 30, right: rules.length > 0 ? 150 : 20, bottom: 42 },
    config,
    layer: [
      rows(
        "isValid(datum.value)",
        { type: "bar", opacity: 0.9 },
        {
          y: { ...up, field: "value" },
          y2: { datum: 0 },
          color,
          tooltip: [
            { field: "x", type: "nominal", title: x.title },
            { field: "series", type: "nominal", title: "" },
            { field: "text", type: "nominal", title: y.title },
          ],
        },
      ),
      { data: { values: [{}] }, mark: { type: "rule", stroke: GREY }, encoding: { y: { ...up, datum: 0 } } },
      rows(
        "isValid(datum.low)",
        { type: "rule", strokeWidth: 1.2, stroke: INK },
        {
          y: { ...up, field: "low" },
          y2: { field: "high" },
        },
      ),
      ...(printed
        ? [
            rows(
              "isValid(datum.value)",
              { type: "text", baseline: "bottom", dy: -3, fontSize: 10.5, fill: INK, stroke: null },
              { y: { ...up, field: "top" }, text: { field: "text" } },
            ),
          ]
        : []),
      ...rules.map(({ at, kind }) => ({
        data: { values: [{}] },
        mark: { type: "rule", ...RULE_STYLE[kind] },
        encoding: { y: { ...up, datum: at } },
      })),
      ...rules.map(({ text, place }) => ({
        data: { values: [{}] },
        mark: { type: "text", text, align: "left", baseline: "middle", fontSize: 10.5, fill: QUIET, limit: 140 },
        encoding: { x: { value: WIDTH + 6 }, y: { value: place } },
      })),
      {
        data: { values: [{}] },
        mark: { type: "text", align: "left", baseline: "bottom", text: y.title, fontSize: 12, fill: INK },
        encoding: { x: { value: -44 }, y: { value: -11 } },
      },
    ],
  } as unknown as TopLevelSpec;
}
