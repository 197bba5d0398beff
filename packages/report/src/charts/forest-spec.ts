import type { TopLevelSpec } from "vega-lite";
import { type AxisRange, logTicks } from "./axis-range.ts";
import { BLUE, config, GREY, HAIRLINE, INK, PALE_TEAL, QUIET, TEAL, VERMILION } from "./style.ts";

/** What a forest is drawn over: its axis, the lines down it, and the heads of its columns of text. */
export interface ForestFrame {
  readonly axis: AxisRange;
  readonly xTitle: string;
  readonly headings: {
    readonly label: string;
    readonly count: string;
    readonly text: string;
    readonly verdict?: string;
  };
  /** The value of no difference or of a perfect model. */
  readonly ideal?: number;
  /** The overall estimate, as a dashed line. */
  readonly overall?: number;
  /** Differences that do not matter. */
  readonly band?: { readonly low: number; readonly high: number };
  readonly percent: boolean;
}

const LABEL = 190;
const COUNT = 100;
const TEXT = 16;
const ROW = 23;

/**
 * A forest plot as journals print it: a row for each subgroup, its count, its interval, its number in words. Draws the
 * dataset `rows` as it is: { row, kind: "heading" | "level" | "overall", label, count, text, tone, few, why, value, low,
 * high, cutLow, cutHigh, verdict }. `why` stands where an interval would, if there is no estimate.
 */
export function forestSpec(frame: ForestFrame): TopLevelSpec {
  const { axis, headings } = frame;
  const judged = headings.verdict !== undefined;
  const plot = judged ? 250 : 370;
  const right = judged ? 320 : 190;
  const verdictAt = plot + 222;
  const x = {
    type: "quantitative",
    scale: { domain: [axis.low, axis.high], nice: false, ...(axis.log ? { type: "log" } : { zero: false }) },
    axis: {
      title: frame.xTitle,
      tickCount: 5,
      grid: false,
      ...(axis.log ? logTicks(axis) : { format: frame.percent ? "%" : "f" }),
    },
  };
  const y = { field: "row", type: "ordinal", axis: null, scale: { paddingInner: 0, paddingOuter: 0.2 } };
  const color = {
    condition: [
      { test: "datum.tone === 'gap'", value: VERMILION },
      { test: "datum.tone === 'equivalent'", value: TEAL },
      { test: "datum.kind === 'overall'", value: INK },
    ],
    value: BLUE,
  };
  const rows = (filter: string, mark: object, encoding: object): object => ({
    transform: [{ filter }],
    mark,
    encoding: { y, ...encoding },
  });
  const text = (field: string, at: number, align: string, filter: string, style: object): object =>
    rows(filter, { type: "text", align, baseline: "middle", ...style }, { x: { value: at }, text: { field } });
  const head = (label: string, at: number, align: string): object => ({
    data: { values: [{}] },
    mark: { type: "text", text: label, align, baseline: "bottom", fill: QUIET, fontSize: 11 },
    encoding: { x: { value: at }, y: { value: -6 } },
  });
  const down = (at: number, style: object): object => ({
    data: { values: [{ at }] },
    mark: { type: "rule", strokeWidth: 1, ...style },
    encoding: { x: { ...x, field: "at" } },
  });
  const arrow = (side: "low" | "high", shape: string, filter: string): object =>
    rows(filter, { type: "point", shape, filled: true, size: 42, opacity: 1 }, { x: { ...x, field: side }, color });
  const point = (filter: string, mark: object, encoding: object): object =>
    rows(
      `isValid(datum.value) && ${filter}`,
      { type: "point", opacity: 1, ...mark },
      { x: { ...x, field: "value" }, tooltip: tooltip(frame), ...encoding },
    );
  const square = { shape: "square", size: 58 };
  return {
    data: { name: "rows" },
    width: plot,
    height: { step: ROW },
    autosize: { type: "none" },
    padding: { left: LABEL + COUNT + 2, top: 24, right, bottom: 40 },
    config,
    layer: [
      ...(frame.band === undefined
        ? []
        : [
            {
              data: { values: [frame.band] },
              mark: { type: "rect", fill: PALE_TEAL, clip: true },
              encoding: { x: { ...x, field: "low" }, x2: { field: "high" } },
            },
          ]),
      ...(frame.ideal === undefined ? [] : [down(frame.ideal, { stroke: GREY })]),
      ...(frame.overall === undefined ? [] : [down(frame.overall, { stroke: QUIET, strokeDash: [3, 3] })]),
      {
        data: { values: [{}] },
        mark: { type: "rule", stroke: HAIRLINE, strokeWidth: 1 },
        encoding: { x: { value: -LABEL - COUNT }, x2: { value: plot + right }, y: { value: -1 } },
      },
      rows(
        "isValid(datum.low)",
        { type: "rule", strokeWidth: 1.6 },
        { x: { ...x, field: "low" }, x2: { field: "high" }, color },
      ),
      arrow("low", "triangle-left", "datum.cutLow"),
      arrow("high", "triangle-right", "datum.cutHigh"),
      point("datum.kind === 'level' && !datum.few", { ...square, filled: true }, { color }),
      point(
        "datum.kind === 'level' && datum.few",
        { ...square, filled: false, fill: "#ffffff", strokeWidth: 1.6 },
        { stroke: color },
      ),
      point("datum.kind === 'overall'", { shape: "diamond", filled: true, size: 120 }, { color }),
      text("label", -LABEL - COUNT, "left", "datum.kind !== 'level'", { fontWeight: "bold", fill: INK }),
      text("label", -LABEL - COUNT + 12, "left", "datum.kind === 'level'", { fill: INK }),
      text("count", -14, "right", "isValid(datum.count)", { fill: QUIET }),
      text("text", plot + TEXT, "left", "isValid(datum.text)", { fill: INK }),
      text("why", 4, "left", "isValid(datum.why)", {
        fill: "#ffffff",
        stroke: "#ffffff",
        strokeWidth: 5,
        fontStyle: "italic",
      }),
      text("why", 4, "left", "isValid(datum.why)", { fill: QUIET, fontStyle: "italic" }),
      head(headings.label, -LABEL - COUNT, "left"),
      head(headings.count, -14, "right"),
      head(headings.text, plot + TEXT, "left"),
      ...(headings.verdict === undefined
        ? []
        : [
            text("verdict", verdictAt, "left", "isValid(datum.verdict)", { fill: INK }),
            head(headings.verdict, verdictAt, "left"),
          ]),
    ],
  } as unknown as TopLevelSpec;
}

function tooltip({ headings }: ForestFrame): object[] {
  return [
    { field: "label", type: "nominal", title: headings.label },
    { field: "count", type: "nominal", title: headings.count },
    { field: "text", type: "nominal", title: headings.text },
  ];
}
