import type { TopLevelSpec } from "vega-lite";
import type { CurveAxis } from "./curve-spec.ts";
import { AMBER, BLUE, config, INK, TEAL, VERMILION } from "./style.ts";

/** Several lines with bands, each labelled at its end. Draws `rows` { x, y, low, high, series } and `labels` { x, y, series }. */
export function linesSpec({
  x,
  y,
  names,
}: {
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  readonly names: readonly string[];
}): TopLevelSpec {
  const across = quantitative(x, "x");
  const up = quantitative(y, "y");
  const color = {
    field: "series",
    type: "nominal",
    legend: null,
    scale: { domain: names, range: [BLUE, VERMILION, TEAL, AMBER, "#6b4fa0", INK] },
  };
  const dash = {
    field: "series",
    type: "nominal",
    legend: null,
    scale: {
      domain: names,
      range: [
        [1, 0],
        [6, 3],
        [2, 2],
        [8, 3, 2, 3],
      ],
    },
  };
  return {
    width: 440,
    height: 280,
    autosize: { type: "none" },
    padding: { left: 52, top: 26, right: 150, bottom: 42 },
    config,
    layer: [
      {
        data: { name: "rows" },
        transform: [{ filter: "isValid(datum.low)" }],
        mark: { type: "area", opacity: 0.16, clip: true },
        encoding: { x: { ...across, field: "x" }, y: { ...up, field: "low" }, y2: { field: "high" }, color },
      },
      {
        data: { name: "rows" },
        mark: { type: "line", strokeWidth: 2, clip: true },
        encoding: { x: { ...across, field: "x" }, y: { ...up, field: "y" }, color, strokeDash: dash },
      },
      {
        data: { name: "labels" },
        mark: { type: "text", align: "left", baseline: "middle", dx: 6, fontSize: 11, limit: 140 },
        encoding: { x: { ...across, field: "x" }, y: { ...up, field: "y" }, text: { field: "series" }, color },
      },
      {
        data: { values: [{}] },
        mark: { type: "text", align: "left", baseline: "bottom", text: y.title, fontSize: 12, fill: INK },
        encoding: { x: { value: -44 }, y: { value: -9 } },
      },
    ],
  } as unknown as TopLevelSpec;
}

function quantitative({ title, domain, percent }: CurveAxis, side: "x" | "y"): object {
  return {
    type: "quantitative",
    scale: { domain, nice: false, zero: false },
    axis: {
      title: side === "x" ? title : null,
      tickCount: 5,
      grid: side === "y",
      domain: side === "x",
      ticks: side === "x",
      format: percent ? "%" : "f",
    },
  };
}
