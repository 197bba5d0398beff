import type { Datum, Figure, Panel } from "../document.ts";
import { say } from "../say.ts";
import type { View } from "../view.ts";
import type { Cells, FindingChart } from "./finding-cells.ts";
import { TILE, tilesSpec } from "./tiles-spec.ts";

/** Tiles of a heat map with their numbers, and the line between those above and those below the centre. */
export function tilesPanel(view: View, chart: FindingChart, cells: Cells): Panel & { readonly key?: Figure["key"] } {
  const centre = chart.centre ?? 0;
  const across = cells.words(chart.x);
  const up = cells.words(chart.y).toReversed();
  const rows = cells.rows.map((row) => ({
    x: cells.text(row, chart.x),
    y: cells.text(row, chart.y),
    value: cells.number(row, chart.value),
    text: cells.text(row, chart.value),
  }));
  const reach = Math.max(...rows.map(({ value }) => Math.abs((value ?? centre) - centre)), Number.MIN_VALUE);
  const boundary = chart.boundary === undefined ? undefined : say(view, chart.boundary);
  return {
    alt: view.words.sentence.altChart(say(view, chart.title), "tiles", [], boundary === undefined ? [] : [boundary]),
    spec: tilesSpec({
      x: { title: cells.title(chart.x), words: across },
      y: { title: cells.title(chart.y), words: up },
      value: chart.value === undefined ? "" : cells.title(chart.value),
      scale: [centre - reach, centre, centre + reach],
    }),
    data: { rows, boundary: boundary === undefined ? [] : edges(rows, across, up, centre) },
    ...(boundary === undefined ? {} : { key: [{ sign: "boundary" as const, text: boundary }] }),
  };
}

interface Tile {
  readonly x: string;
  readonly y: string;
  readonly value: number | null;
}

/** Sides that tiles share with a neighbour on the other side of the centre, in pixels. */
function edges(tiles: readonly Tile[], across: readonly string[], up: readonly string[], centre: number): Datum[] {
  const key = (x: number, y: number): string => `${x} ${y}`;
  const above = new Map(
    tiles.flatMap(({ x, y, value }) =>
      value === null ? [] : [[key(across.indexOf(x), up.indexOf(y)), value > centre] as const],
    ),
  );
  const { width, height } = TILE;
  return [...above].flatMap(([at, side]): Datum[] => {
    const [x, y] = at.split(" ").map(Number) as [number, number];
    const parts = (other: boolean | undefined): boolean => other !== undefined && other !== side;
    const right = (x + 1) * width;
    const below = (y + 1) * height;
    return [
      ...(parts(above.get(key(x + 1, y))) ? [{ x: right, x2: right, y: y * height, y2: below }] : []),
      ...(parts(above.get(key(x, y + 1))) ? [{ x: x * width, x2: right, y: below, y2: below }] : []),
    ];
  });
}
