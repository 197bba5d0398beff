import type { TopLevelSpec } from "vega-lite";
import { BLUE, config, GREY, INK, PALE_BLUE, QUIET } from "./style.ts";

export interface CurveAxis {
  readonly title: string;
  readonly domain: readonly [number, number];
  readonly percent: boolean;
}

/** What a curve is drawn in; `wide` is the overall drawing, otherwise one of a row of small ones. */
export interface CurveFrame {
  readonly wide: boolean;
  readonly square: boolean;
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  /** Where an ideal (calibration) or an uninformative (ROC) curve would lie. */
  readonly diagonal: boolean;
  /** A level that means nothing is done (net benefit 0). */
  readonly zero?: boolean;
  /** Whether points are labelled above the curve (where it falls) or below it (where it rises). */
  readonly labels: "above" | "below";
  /** Title of the points' threshold in a tooltip, where they have one. */
  readonly threshold?: string;
}

/**
 * A curve with its band. Draws the datasets as they are: `curve` { x, y, low, high }, `overall` { x, y } in grey behind
 * it, `dashed` { x, y } for a policy to beat, `points` { x, y, label?, low?, high? } for declared thresholds or groups, and `hover`, which a page
 * that can fills with the curve's own points.
 */
export function curveSpec(frame: CurveFrame): TopLevelSpec {
  const { wide } = frame;
  const width = wide ? 440 : 206;
  const height = frame.square ? width : wide ? 270 : 160;
  const x = position(frame.x, wide, "x");
  const y = position(frame.y, wide, "y");
  const at = (channel: object, field: string): object => ({ ...channel, field });
  const line = (name: string, mark: object): object => ({
    data: { name },
    mark: { type: "line", clip: true, interpolate: "linear", ...mark },
    encoding: { x: at(x, "x"), y: at(y, "y"), order: null },
  });
  return {
    width,
    height,
    autosize: { type: "none" },
    padding: { left: 44, top: 26, right: 16, bottom: 42 },
    config,
    layer: [
      ...(frame.diagonal
        ? [
            {
              data: {
                values: [
                  { x: frame.x.domain[0], y: frame.x.domain[0] },
                  { x: frame.x.domain[1], y: frame.x.domain[1] },
                ],
              },
              mark: { type: "line", stroke: GREY, strokeDash: [2, 3], strokeWidth: 1, clip: true },
              encoding: { x: at(x, "x"), y: at(y, "y") },
            },
          ]
        : []),
      ...(frame.zero === true
        ? [
            {
              data: { values: [{ y: 0 }] },
              mark: { type: "rule", stroke: GREY, strokeWidth: 1, strokeDash: [2, 3] },
              encoding: { y: at(y, "y") },
            },
          ]
        : []),
      {
        data: { name: "curve" },
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "area", fill: PALE_BLUE, clip: true },
        encoding: { x: at(x, "x"), y: at(y, "low"), y2: { field: "high" }, order: null },
      },
      line("overall", { stroke: GREY, strokeWidth: 1.5 }),
      line("dashed", { stroke: QUIET, strokeWidth: 1.3, strokeDash: [6, 3] }),
      line("curve", { stroke: BLUE, strokeWidth: wide ? 2.2 : 1.8 }),
      {
        data: { name: "points" },
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "rule", stroke: BLUE, strokeWidth: 1, clip: true },
        encoding: { x: at(x, "x"), y: at(y, "low"), y2: { field: "high" } },
      },
      {
        data: { name: "points" },
        mark: {
          type: "point",
          shape: "circle",
          filled: true,
          fill: "#ffffff",
          stroke: BLUE,
          strokeWidth: 1.6,
          size: 48,
          opacity: 1,
          clip: true,
        },
        encoding: { x: at(x, "x"), y: at(y, "y") },
      },
      {
        data: { name: "points" },
        transform: [{ filter: "isValid(datum.label)" }],
        mark: {
          type: "text",
          align: "left",
          dx: 7,
          ...(frame.labels === "above" ? { baseline: "bottom", dy: -4 } : { baseline: "top", dy: 4 }),
          fontSize: 11,
          fill: INK,
        },
        encoding: { x: at(x, "x"), y: at(y, "y"), text: { field: "label" } },
      },
      {
        data: { name: "hover" },
        mark: { type: "point", filled: true, fill: BLUE, size: 90, opacity: 0, clip: true },
        encoding: { x: at(x, "x"), y: at(y, "y"), tooltip: tooltip(frame) },
      },
      {
        data: { values: [{}] },
        mark: {
          type: "text",
          align: "left",
          baseline: "bottom",
          text: frame.y.title,
          fontSize: wide ? 12 : 11,
          fill: INK,
        },
        encoding: { x: { value: -38 }, y: { value: -9 } },
      },
    ],
  } as unknown as TopLevelSpec;
}

function position({ title, domain, percent }: CurveAxis, wide: boolean, side: "x" | "y"): object {
  return {
    type: "quantitative",
    scale: { domain, nice: false, zero: false },
    axis: {
      title: side === "x" ? title : null,
      tickCount: wide ? 5 : 4,
      grid: side === "y",
      domain: side === "x",
      ticks: side === "x",
      ...(wide ? {} : { titleFontSize: 11, labelFontSize: 10 }),
      format: percent ? "%" : "f",
    },
  };
}

function tooltip({ x, y, threshold }: CurveFrame): object[] {
  const field = (name: string, { title, percent }: CurveAxis): object => ({
    field: name,
    type: "quantitative",
    title,
    format: percent ? ".1%" : ".3~f",
  });
  return [
    field("x", x),
    field("y", y),
    ...(threshold === undefined
      ? []
      : [{ field: "threshold", type: "quantitative", title: threshold, format: ".3~f" }]),
  ];
}
