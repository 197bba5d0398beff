import type { TopLevelSpec } from "vega-lite";
import { BLUE, config, INK, VERMILION } from "./style.ts";

export const TILE = { width: 66, height: 32 } as const;

interface WordsAxis {
  readonly title: string;
  readonly words: readonly string[];
}

/** Tiles coloured away from a centre, each with its number. Draws `rows` { x, y, value, text } and `boundary` { x, x2, y, y2 } in pixels. */
export function tilesSpec({
  x,
  y,
  value,
  scale,
}: {
  readonly x: WordsAxis;
  readonly y: WordsAxis;
  readonly value: string;
  readonly scale: readonly [low: number, centre: number, high: number];
}): TopLevelSpec {
  const [low, centre, high] = scale;
  const axis = (words: readonly string[]): object => ({ domain: words, padding: 0 });
  const across = {
    field: "x",
    type: "ordinal",
    scale: axis(x.words),
    axis: { title: x.title, labelAngle: 0, domain: false, ticks: false, labelOverlap: false, labelLimit: TILE.width },
  };
  const up = {
    field: "y",
    type: "ordinal",
    scale: axis(y.words),
    axis: { title: null, domain: false, ticks: false, labelOverlap: false, labelLimit: 150 },
  };
  const longest = Math.max(...y.words.map((w) => w.length), 0);
  const left = Math.min(160, Math.max(52, 6.2 * longest + 12));
  const pixels = (field: string): object => ({ field, type: "quantitative", scale: null });
  return {
    width: TILE.width * x.words.length,
    height: TILE.height * y.words.length,
    autosize: { type: "none" },
    padding: { left, top: 28, right: 20, bottom: 42 },
    config,
    layer: [
      {
        data: { name: "rows" },
        transform: [{ filter: "isValid(datum.value)" }],
        mark: { type: "rect", stroke: "#ffffff", strokeWidth: 1 },
        encoding: {
          x: across,
          y: up,
          color: {
            field: "value",
            type: "quantitative",
            legend: null,
            scale: {
              domain: [low, centre, high],
              range: [BLUE, "#f4f5f7", VERMILION],
              interpolate: "lab",
              nice: false,
            },
          },
          tooltip: [
            { field: "x", type: "nominal", title: x.title },
            { field: "y", type: "nominal", title: y.title },
            { field: "text", type: "nominal", title: value },
          ],
        },
      },
      {
        data: { name: "boundary" },
        mark: { type: "rule", stroke: INK, strokeWidth: 2.4, strokeCap: "square" },
        encoding: { x: pixels("x"), x2: { field: "x2" }, y: pixels("y"), y2: { field: "y2" } },
      },
      {
        data: { name: "rows" },
        mark: { type: "text", align: "center", baseline: "middle", fontSize: 11.5 },
        encoding: {
          x: across,
          y: up,
          text: { field: "text" },
          color: {
            condition: { test: `abs(datum.value - ${centre}) > ${0.6 * (high - centre)}`, value: "#ffffff" },
            value: INK,
          },
        },
      },
      {
        data: { values: [{}] },
        mark: { type: "text", align: "left", baseline: "bottom", text: y.title, fontSize: 12, fill: INK },
        encoding: { x: { value: -left + 8 }, y: { value: -9 } },
      },
    ],
  } as unknown as TopLevelSpec;
}
