import type { Datum, Figure, Panel } from "../document.ts";
import { say } from "../say.ts";
import type { View } from "../view.ts";
import { COLUMNS, columnsSpec } from "./columns-spec.ts";
import { type Cells, type FindingChart, isShare } from "./finding-cells.ts";
import { valueAxis } from "./finding-rows.ts";
import { spread } from "./spread.ts";

const SIGNS = ["series-1", "series-2", "series-3", "series-4", "series-5", "series-6"] as const;

/** Bars stand upright where their words are short and few enough to be read under them. */
export function standUpright({ x, series, facet }: FindingChart, cells: Cells): boolean {
  const words = cells.words(x);
  const parts = Math.max(1, series === undefined ? 1 : cells.words(series).length);
  return facet === undefined && words.every((w) => w.length <= 10) && words.length * parts <= 36 && words.length <= 12;
}

/** Bars beside one another over words in their order: periods, bands. */
export function columnsPanel(view: View, chart: FindingChart, cells: Cells): Panel & { readonly key?: Figure["key"] } {
  const names = cells.words(chart.series);
  const axis = valueAxis(chart, cells);
  const rows: Datum[] = cells.rows.map((row) => ({
    x: cells.text(row, chart.x),
    value: cells.number(row, chart.y),
    low: cells.number(row, chart.low),
    high: cells.number(row, chart.high),
    top: Math.max(0, cells.number(row, chart.y) ?? 0, cells.number(row, chart.high) ?? 0),
    series: cells.text(row, chart.series),
    text: cells.text(row, chart.y),
  }));
  const rules = (chart.rules ?? []).filter((r) => r.axis === "y");
  const places = spread(
    rules.map(({ at }) => (COLUMNS.height * (axis.high - Number(at))) / (axis.high - axis.low)),
    13,
    COLUMNS.height,
  );
  return {
    alt: view.words.sentence.altChart(
      say(view, chart.title),
      "bars",
      chart.series === undefined ? cells.words(chart.x) : names,
      rules.map(({ label }) => say(view, label)),
    ),
    spec: columnsSpec({
      x: { title: cells.title(chart.x), words: cells.words(chart.x) },
      y: { title: cells.title(chart.y), axis, percent: isShare(cells.unit(chart.y)) },
      names,
      printed: rows.length <= 16,
      rules: rules.map(({ at, kind, label }, k) => ({ at, kind, text: say(view, label), place: places[k]! })),
    }),
    data: { rows },
    ...(chart.series === undefined ? {} : { key: names.map((text, k) => ({ sign: SIGNS[k % SIGNS.length]!, text })) }),
  };
}
