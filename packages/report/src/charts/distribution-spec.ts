import type { TopLevelSpec } from "vega-lite";
import { AMBER, BLUE, config, INK, QUIET } from "./style.ts";

export interface DistributionFrame {
  readonly wide: boolean;
  readonly xTitle: string;
  readonly domain: readonly [number, number];
  /** The tallest bar that any of the figure's drawings has, as a share. */
  readonly tallest: number;
  readonly above: string;
  readonly below: string;
  readonly tooltip: { readonly from: string; readonly events: string; readonly nonEvents: string };
}

/**
 * How scores lie in those with the outcome (upwards) and without (downwards), each as a share of its own. Draws `bars`
 * { from, to, up, down } with `down` negative, and `cuts` { at, label } for the declared thresholds, as they are.
 */
export function distributionSpec(frame: DistributionFrame): TopLevelSpec {
  const { wide } = frame;
  const [width, height] = wide ? [440, 250] : [206, 150];
  const x = {
    type: "quantitative",
    scale: { domain: frame.domain, nice: false, zero: false },
    axis: {
      title: frame.xTitle,
      tickCount: wide ? 6 : 4,
      grid: false,
      format: "f",
      ...(wide ? {} : { titleFontSize: 11, labelFontSize: 10 }),
    },
  };
  const y = {
    type: "quantitative",
    scale: { domain: [-frame.tallest, frame.tallest], nice: false },
    axis: {
      title: null,
      tickCount: 4,
      domain: false,
      ticks: false,
      labelExpr: "format(abs(datum.value) * 100, '.3~f') + '%'",
      ...(wide ? {} : { labelFontSize: 10 }),
    },
  };
  const bar = (field: string, fill: string): object => ({
    data: { name: "bars" },
    mark: { type: "rect", fill, stroke: "#ffffff", strokeWidth: 0.6, clip: true },
    encoding: {
      x: { ...x, field: "from" },
      x2: { field: "to" },
      y: { ...y, field },
      y2: { datum: 0 },
      tooltip: tooltip(frame),
    },
  });
  const side = (text: string, at: number, baseline: string): object => ({
    data: { values: [{}] },
    mark: { type: "text", text, align: "right", baseline, fontSize: 11, fill: INK },
    encoding: { x: { value: width }, y: { value: at } },
  });
  return {
    width,
    height,
    autosize: { type: "none" },
    padding: { left: 44, top: 22, right: 16, bottom: 42 },
    config,
    layer: [
      bar("up", BLUE),
      bar("down", AMBER),
      { data: { values: [{}] }, mark: { type: "rule", stroke: QUIET, strokeWidth: 1 }, encoding: { y: { datum: 0 } } },
      {
        data: { name: "cuts" },
        mark: { type: "rule", stroke: INK, strokeDash: [3, 3], strokeWidth: 1 },
        encoding: { x: { ...x, field: "at" } },
      },
      {
        data: { name: "cuts" },
        mark: { type: "text", align: "center", baseline: "bottom", fontSize: 10, fill: QUIET },
        encoding: { x: { ...x, field: "at" }, y: { value: -4 }, text: { field: "label" } },
      },
      side(frame.above, 4, "top"),
      side(frame.below, height - 4, "bottom"),
    ],
  } as unknown as TopLevelSpec;
}

function tooltip({ tooltip: titles }: DistributionFrame): object[] {
  return [
    { field: "from", type: "quantitative", title: titles.from, format: ".3~f" },
    { field: "events", type: "quantitative", title: titles.events, format: ",.6~f" },
    { field: "nonEvents", type: "quantitative", title: titles.nonEvents, format: ",.6~f" },
  ];
}
