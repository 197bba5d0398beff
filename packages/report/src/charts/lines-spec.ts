import type { TopLevelSpec } from "vega-lite";
import { type AxisRange, logTicks } from "./axis-range.ts";
import { type DrawnRule, RULE_STYLE, upon } from "./rule-style.ts";
import { config, INK, SERIES_COLOURS, SERIES_DASHES } from "./style.ts";

export const PLOT = { width: 440, height: 280 } as const;

interface NumberAxis {
  readonly title: string;
  readonly axis: AxisRange;
  readonly percent: boolean;
}

/** What lines are drawn over. Words are drawn in their order, evenly apart. */
export interface LinesFrame {
  readonly x: NumberAxis | { readonly title: string; readonly words: readonly string[] };
  readonly y: NumberAxis;
  readonly names: readonly string[];
  readonly vertical: readonly DrawnRule[];
  readonly horizontal: readonly DrawnRule[];
}

/**
 * Several lines with bands, each named behind its end. Draws `rows` { x, y, low, high, series } and `labels` { series,
 * place }, `place` in pixels down the drawing.
 */
export function linesSpec({ x, y, names, vertical, horizontal }: LinesFrame): TopLevelSpec {
  const across = "words" in x ? ordinal(x) : quantitative(x, "x");
  const up = quantitative(y, "y");
  const color = {
    field: "series",
    type: "nominal",
    legend: null,
    scale: { domain: names, range: SERIES_COLOURS },
  };
  const dash = { field: "series", type: "nominal", legend: null, scale: { domain: names, range: SERIES_DASHES } };
  const shown = { color, x: { ...across, field: "x" }, y: { ...up, field: "y" } };
  return {
    width: PLOT.width,
    height: PLOT.height,
    autosize: { type: "none" },
    padding: { left: 52, top: 26, right: 170, bottom: "words" in x ? 62 : 42 },
    config,
    layer: [
      {
        data: { name: "rows" },
        mark: { type: "area", opacity: 0.16, clip: true },
        encoding: { color, x: shown.x, y: { ...up, field: "low" }, y2: { field: "high" } },
      },
      ...vertical.map(({ at, kind }) => ({
        data: { values: [{ at }] },
        mark: { type: "rule", clip: true, ...RULE_STYLE[kind] },
        encoding: { x: { ...across, field: "at" } },
      })),
      ...horizontal.map(({ at, kind }) => ({
        data: { values: [{ at }] },
        mark: { type: "rule", clip: true, ...RULE_STYLE[kind] },
        encoding: { y: { ...up, field: "at" } },
      })),
      {
        data: { name: "rows" },
        mark: { type: "line", strokeWidth: 2, clip: true },
        encoding: { ...shown, strokeDash: dash },
      },
      {
        data: { name: "rows" },
        transform: [{ filter: "isValid(datum.y)" }],
        mark: { type: "point", filled: true, size: "words" in x ? 26 : 9, opacity: 1, clip: true },
        encoding: { ...shown, tooltip: tooltip(x.title, y) },
      },
      {
        data: { name: "labels" },
        mark: { type: "text", align: "left", baseline: "middle", fontSize: 11, limit: 260 },
        encoding: {
          x: { value: PLOT.width + 7 },
          y: { field: "place", type: "quantitative", scale: null },
          text: { field: "series" },
          color,
        },
      },
      ...vertical.flatMap(({ at, text, place }) => {
        const left = "words" in x ? 2 * x.words.indexOf(String(at)) > x.words.length : beyondMiddle(Number(at), x.axis);
        return upon(
          text,
          { align: left ? "right" : "left", dx: left ? -4 : 4, baseline: "middle", limit: 340 },
          { x: { ...across, datum: at }, y: { value: place } },
        );
      }),
      ...horizontal.flatMap(({ text, place }) =>
        upon(text, { align: "left", baseline: "bottom" }, { x: { value: 4 }, y: { value: place } }),
      ),
      {
        data: { values: [{}] },
        mark: { type: "text", align: "left", baseline: "bottom", text: y.title, fontSize: 12, fill: INK },
        encoding: { x: { value: -44 }, y: { value: -9 } },
      },
    ],
  } as unknown as TopLevelSpec;
}

function beyondMiddle(at: number, { low, high }: AxisRange): boolean {
  return 2 * at > low + high;
}

function ordinal({ title, words }: { readonly title: string; readonly words: readonly string[] }): object {
  const long = words.some((w) => w.length > 10);
  return {
    type: "ordinal",
    scale: { domain: words, padding: 0.4 },
    axis: { title, grid: false, labelAngle: long ? -25 : 0, labelAlign: long ? "right" : "center", labelLimit: 110 },
  };
}

function quantitative({ title, axis, percent }: NumberAxis, side: "x" | "y"): object {
  return {
    type: "quantitative",
    scale: { domain: [axis.low, axis.high], nice: false, ...(axis.log ? { type: "log" } : { zero: false }) },
    axis: {
      title: side === "x" ? title : null,
      tickCount: 5,
      grid: side === "y",
      domain: side === "x",
      ticks: side === "x",
      ...(axis.log ? logTicks(axis) : { format: percent ? "%" : ",f" }),
    },
  };
}

function tooltip(x: string, y: NumberAxis): object[] {
  const format = y.percent ? ".1%" : ".4~r";
  return [
    { field: "series", type: "nominal", title: "" },
    { field: "x", type: "nominal", title: x },
    { field: "y", type: "quantitative", title: y.title, format },
    { field: "low", type: "quantitative", title: "↓", format },
    { field: "high", type: "quantitative", title: "↑", format },
  ];
}
