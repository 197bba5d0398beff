import type { TopLevelSpec } from "vega-lite";
import { type AxisRange, logTicks } from "./axis-range.ts";
import { type DrawnRule, RULE_STYLE } from "./rule-style.ts";
import { config, GREY, HAIRLINE, INK, QUIET, SERIES_COLOURS, SERIES_SHAPES } from "./style.ts";

export interface RowsFrame {
  readonly bars: boolean;
  readonly axis: AxisRange;
  readonly title: string;
  readonly percent: boolean;
  /** Of the series, which decide colour and shape. */
  readonly names: readonly string[];
  readonly headings: { readonly label: string; readonly name: string; readonly text: string };
  readonly labelWidth: number;
  /** Their words stand over the drawing; `place` counts lines of text upwards. */
  readonly rules: readonly DrawnRule[];
}

export const ROWS_WIDTH = 300;
const PLOT = ROWS_WIDTH;
const NAME = 118;
const TEXT = 200;
const LETTERS = 13;

/**
 * Rows with a bar or an interval each: words left, numbers right, as journals print a forest. Draws `rows` { row, kind:
 * "heading" | "row", label, name, series, text, value, low, high, cutLow, cutHigh, parted }.
 */
export function rowsSpec(frame: RowsFrame): TopLevelSpec {
  const { axis, bars, headings, names, rules, labelWidth } = frame;
  const named = headings.name === "" ? 0 : NAME;
  const left = labelWidth + named;
  const top = 38 + LETTERS * Math.max(0, ...rules.map(({ place }) => place));
  const x = {
    type: "quantitative",
    scale: { domain: [axis.low, axis.high], nice: false, ...(axis.log ? { type: "log" } : { zero: false }) },
    axis: {
      title: frame.title,
      tickCount: 5,
      grid: false,
      ...(axis.log ? logTicks(axis) : { format: frame.percent ? "%" : ",f" }),
    },
  };
  const y = { field: "row", type: "ordinal", axis: null, scale: { paddingInner: 0.22, paddingOuter: 0.2 } };
  const scale = { domain: names, range: SERIES_COLOURS };
  const color = { field: "series", type: "nominal", legend: null, scale };
  const shape = { field: "series", type: "nominal", legend: null, scale: { domain: names, range: SERIES_SHAPES } };
  const rows = (filter: string, mark: object, encoding: object): object => ({
    data: { name: "rows" },
    transform: [{ filter }],
    mark,
    encoding: { y, ...encoding },
  });
  const text = (field: string, at: number, filter: string, style: object): object =>
    rows(
      filter,
      { type: "text", align: "left", baseline: "middle", fill: INK, ...style },
      { x: { value: at }, text: { field } },
    );
  const head = (label: string, at: number): object => ({
    data: { values: [{}] },
    mark: { type: "text", text: label, align: "left", baseline: "bottom", fill: QUIET, fontSize: 11, limit: 196 },
    encoding: { x: { value: at }, y: { value: -6 } },
  });
  const fixed = (at: number): object => ({ data: { values: [{ at }] } });
  const arrow = (side: "low" | "high", pointing: string, filter: string): object =>
    rows(
      filter,
      { type: "point", shape: pointing, filled: true, size: 42, opacity: 1 },
      { x: { ...x, field: side }, color },
    );
  return {
    data: { name: "rows" },
    width: PLOT,
    height: { step: 23 },
    autosize: { type: "none" },
    padding: { left: left + 2, top, right: TEXT + 16, bottom: 40 },
    config,
    layer: [
      {
        data: { values: [{}] },
        mark: { type: "rule", stroke: HAIRLINE, strokeWidth: 1 },
        encoding: { x: { value: -left }, x2: { value: PLOT + TEXT }, y: { value: -1 } },
      },
      rows(
        "datum.parted",
        { type: "rule", stroke: HAIRLINE, strokeWidth: 0.7, yOffset: -12 },
        { x: { value: -left }, x2: { value: PLOT + TEXT } },
      ),
      ...(bars
        ? [
            rows(
              "isValid(datum.value)",
              { type: "bar", opacity: 0.9 },
              {
                x: { ...x, field: "value" },
                x2: { datum: 0 },
                color,
                tooltip: tooltip(frame),
              },
            ),
            { ...fixed(0), mark: { type: "rule", stroke: GREY }, encoding: { x: { ...x, field: "at" } } },
          ]
        : []),
      ...rules.map(({ at, kind }) => ({
        data: { values: [{ at }] },
        mark: { type: "rule", ...RULE_STYLE[kind] },
        encoding: { x: { ...x, field: "at" } },
      })),
      rows(
        "isValid(datum.low)",
        { type: "rule", strokeWidth: bars ? 1.2 : 1.7 },
        { x: { ...x, field: "low" }, x2: { field: "high" }, color: bars ? { value: INK } : color },
      ),
      arrow("low", "triangle-left", "datum.cutLow"),
      arrow("high", "triangle-right", "datum.cutHigh"),
      ...(bars
        ? []
        : [
            rows(
              "isValid(datum.value)",
              { type: "point", filled: true, size: 62, opacity: 1 },
              { x: { ...x, field: "value" }, color, shape, tooltip: tooltip(frame) },
            ),
          ]),
      text("label", -left, "isValid(datum.label) && datum.kind === 'heading'", { fontWeight: "bold" }),
      text("label", -left, "isValid(datum.label) && datum.kind === 'row'", {}),
      ...(named === 0
        ? []
        : [
            rows(
              "isValid(datum.name)",
              { type: "text", align: "left", baseline: "middle" },
              { x: { value: -named }, text: { field: "name" }, color },
            ),
          ]),
      text("text", PLOT + 14, "isValid(datum.text)", {}),
      head(headings.label, -left),
      ...(named === 0 ? [] : [head(headings.name, -named)]),
      head(headings.text, PLOT + 14),
      ...rules.map(({ at, text: words, place }) => ({
        data: { values: [{}] },
        mark: {
          type: "text",
          text: words,
          align: "center",
          baseline: "bottom",
          fontSize: 10.5,
          fill: QUIET,
        },
        encoding: { x: { ...x, datum: at }, y: { value: -6 - LETTERS * place } },
      })),
    ],
  } as unknown as TopLevelSpec;
}

function tooltip({ headings }: RowsFrame): object[] {
  return [
    { field: "name", type: "nominal", title: headings.name },
    { field: "text", type: "nominal", title: headings.text },
  ];
}
