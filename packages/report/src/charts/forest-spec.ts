import type { TopLevelSpec } from "vega-lite";
import type { AxisRange } from "./axis-range.ts";
import { BLUE, config, GREY, HAIRLINE, INK, PALE_TEAL, QUIET, TEAL, VERMILION } from "./style.ts";

/** What a forest is drawn over: its axis, the lines down it, and the widths of its columns of text. */
export interface ForestFrame {
  readonly axis: AxisRange;
  readonly xTitle: string;
  readonly headings: { readonly label: string; readonly count: string; readonly text: string; readonly verdict?: string };
  /** The value of no difference or of a perfect model. */
  readonly ideal?: number;
  /** The overall estimate, as a dashed line. */
  readonly overall?: number;
  /** Differences that do not matter. */
  readonly band?: { readonly low: number; readonly high: number };
  readonly percent: boolean;
}

const PLOT = 250;
const LABEL = 190;
const COUNT = 95;
const STEP = 23;

/**
 * A forest plot as journals print it: a row for each subgroup, its count, its interval, its number in words. Draws the
 * dataset `rows` as it is: { row, kind: "heading" | "level" | "overall", label, count, text, tone, value, low, high, cutLow, cutHigh }.
 */
export function forestSpec(frame: ForestFrame): TopLevelSpec {
  const { axis } = frame;
  const x = {
    type: "quantitative" as const,
    scale: { domain: [axis.low, axis.high], nice: false, zero: false, ...(axis.log ? { type: "log" as const } : {}) },
    axis: {
      orient: "bottom" as const,
      title: frame.xTitle,
      tickCount: 5,
      grid: false,
      domain: true,
      ...(frame.percent ? { labelExpr: "format(datum.value * 100, '.4~f')" } : { labelExpr: "format(datum.value, '.4~f')" }),
      ...(axis.log ? { values: [0.01, 0.1, 0.2, 0.5, 0.8, 1, 1.25, 2, 5, 10, 100].filter((v) => v >= axis.low && v <= axis.high) } : {}),
    },
  };
  const y = { field: "row", type: "ordinal" as const, axis: null, scale: { paddingInner: 0, paddingOuter: 0.2 } };
  const tone = {
    condition: [
      { test: "datum.tone === 'gap'", value: VERMILION },
      { test: "datum.tone === 'equivalent'", value: TEAL },
      { test: "datum.kind === 'overall'", value: INK },
    ],
    value: BLUE,
  };
  const text = (field: string, at: number, align: "left" | "right", filter: string, weight: "bold" | "normal", fill: string) => ({
    transform: [{ filter }],
    mark: { type: "text" as const, align, baseline: "middle" as const, fontWeight: weight, fill, limit: align === "left" && at < 0 ? LABEL : 0 },
    encoding: { x: { value: at }, text: { field } },
  });
  const plain = "datum.kind !== 'heading'";
  const right = PLOT + 16;
  const verdictAt = PLOT + 176;
  const head = (label: string, at: number, align: "left" | "right") => ({
    data: { values: [{}] },
    mark: { type: "text" as const, text: label, align, baseline: "bottom" as const, fill: QUIET, fontSize: 11 },
    encoding: { x: { value: at }, y: { value: -6 } },
  });
  return {
    data: { name: "rows" },
    width: PLOT,
    height: { step: STEP },
    autosize: { type: "none" },
    padding: { left: LABEL + COUNT + 8, top: 24, right: frame.headings.verdict === undefined ? 176 : 330, bottom: 40 },
    config,
    layer: [
      ...(frame.band === undefined
        ? []
        : [
            {
              data: { values: [frame.band] },
              mark: { type: "rect" as const, fill: PALE_TEAL, clip: true },
              encoding: { x: { ...x, field: "low" }, x2: { field: "high" } },
            },
          ]),
      ...(frame.ideal === undefined
        ? []
        : [{ data: { values: [{ at: frame.ideal }] }, mark: { type: "rule" as const, stroke: GREY, strokeWidth: 1 }, encoding: { x: { ...x, field: "at" } } }]),
      ...(frame.overall === undefined
        ? []
        : [
            {
              data: { values: [{ at: frame.overall }] },
              mark: { type: "rule" as const, stroke: QUIET, strokeDash: [3, 3], strokeWidth: 1 },
              encoding: { x: { ...x, field: "at" } },
            },
          ]),
      {
        data: { values: [{}] },
        mark: { type: "rule", stroke: HAIRLINE, strokeWidth: 1 },
        encoding: { x: { value: -LABEL - COUNT }, x2: { value: PLOT + (frame.headings.verdict === undefined ? 170 : 324) }, y: { value: -1 } },
      },
      {
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "rule", strokeWidth: 1.6 },
        encoding: { x: { ...x, field: "low" }, x2: { field: "high" }, y, color: tone },
      },
      {
        transform: [{ filter: "datum.cutLow" }],
        mark: { type: "point", shape: "triangle-left", filled: true, size: 42, opacity: 1 },
        encoding: { x: { ...x, field: "low" }, y, color: tone },
      },
      {
        transform: [{ filter: "datum.cutHigh" }],
        mark: { type: "point", shape: "triangle-right", filled: true, size: 42, opacity: 1 },
        encoding: { x: { ...x, field: "high" }, y, color: tone },
      },
      {
        transform: [{ filter: "isValid(datum.value) && datum.kind !== 'overall'" }],
        mark: { type: "point", shape: "square", filled: true, size: 58, opacity: 1 },
        encoding: { x: { ...x, field: "value" }, y, color: tone, tooltip: tooltip(frame) },
      },
      {
        transform: [{ filter: "isValid(datum.value) && datum.kind === 'overall'" }],
        mark: { type: "point", shape: "diamond", filled: true, size: 120, opacity: 1 },
        encoding: { x: { ...x, field: "value" }, y, color: tone, tooltip: tooltip(frame) },
      },
      text("label", -LABEL - COUNT, "left", "datum.kind === 'heading'", "bold", INK),
      text("label", -LABEL - COUNT + 12, "left", "datum.kind === 'level'", "normal", INK),
      text("label", -LABEL - COUNT, "left", "datum.kind === 'overall'", "bold", INK),
      text("count", -14, "right", plain, "normal", QUIET),
      text("text", right, "left", `${plain} && isValid(datum.value)`, "normal", INK),
      text("text", right, "left", `${plain} && !isValid(datum.value)`, "normal", QUIET),
      head(frame.headings.label, -LABEL - COUNT, "left"),
      head(frame.headings.count, -14, "right"),
      head(frame.headings.text, right, "left"),
      ...(frame.headings.verdict === undefined
        ? []
        : [text("verdict", verdictAt, "left", plain, "normal", INK), head(frame.headings.verdict, verdictAt, "left")]),
    ].map((layer) => withY(layer, y)),
  } as TopLevelSpec;
}

/** Layers over the rows share the row axis; those with their own data do not. */
function withY(layer: object, y: object): object {
  if ("data" in layer) return layer;
  const { encoding } = layer as { encoding: object };
  return { ...layer, encoding: { y, ...encoding } };
}

function tooltip({ headings }: ForestFrame): object[] {
  return [
    { field: "label", type: "nominal", title: headings.label },
    { field: "count", type: "nominal", title: headings.count },
    { field: "text", type: "nominal", title: headings.text },
  ];
}
