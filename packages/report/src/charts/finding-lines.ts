import type { Datum, Panel } from "../document.ts";
import { say } from "../say.ts";
import type { View } from "../view.ts";
import { type AxisRange, axisRange } from "./axis-range.ts";
import { type Cells, type FindingChart, isShare } from "./finding-cells.ts";
import { linesSpec, PLOT } from "./lines-spec.ts";
import type { DrawnRule } from "./rule-style.ts";
import { spread } from "./spread.ts";

const LETTERS = 13;

/** Lines with bands, one a series, over numbers or over words in their order. */
export function linesPanel(view: View, chart: FindingChart, cells: Cells): Panel {
  const ordinal = cells.unit(chart.x) === "text";
  const rules = chart.rules ?? [];
  const rows: Datum[] = cells.rows.map((row) => ({
    x: ordinal ? cells.text(row, chart.x) : cells.number(row, chart.x),
    y: cells.number(row, chart.y),
    low: cells.number(row, chart.low),
    high: cells.number(row, chart.high),
    series: cells.text(row, chart.series),
  }));
  const range = (axis: "x" | "y", keys: readonly string[], log: boolean): AxisRange =>
    axisRange(
      [
        ...rows.flatMap((r) => keys.map((k) => (typeof r[k] === "number" ? r[k] : null))),
        ...rules.map(({ axis: of, at }) => (of === axis && typeof at === "number" ? at : null)),
      ],
      { log, bounds: ["-infinity", "infinity"] },
    );
  const names = [...new Set(rows.map((r) => String(r["series"])))];
  const up = range("y", ["y", "low", "high"], chart.log === true);
  const across = range("x", ["x"], false);
  const title = say(view, chart.title);
  const { vertical, horizontal } = placed(view, rules, up);
  return {
    alt: view.words.sentence.altChart(
      title,
      "lines",
      names,
      rules.map(({ label }) => say(view, label)),
    ),
    spec: linesSpec({
      x: ordinal
        ? { title: cells.title(chart.x), words: cells.words(chart.x) }
        : { title: cells.title(chart.x), axis: across, percent: isShare(cells.unit(chart.x)) },
      y: { title: cells.title(chart.y), axis: up, percent: isShare(cells.unit(chart.y)) },
      names,
      vertical,
      horizontal,
    }),
    data: { rows, labels: endLabels(rows, names, up) },
  };
}

function down(value: number, { low, high, log }: AxisRange): number {
  const of = (v: number): number => (log ? Math.log(v) : v);
  return PLOT.height * (1 - (of(value) - of(low)) / (of(high) - of(low)));
}

/** A line's name stands behind its last point, moved where two would meet. */
export function endLabels(rows: readonly Datum[], names: readonly string[], axis: AxisRange): Datum[] {
  const ends = names.flatMap((name) => {
    const last = rows.findLast((r) => r["series"] === name && r["y"] !== null);
    return last === undefined || name === "" ? [] : [{ name, at: down(Number(last["y"]), axis) }];
  });
  const places = spread(
    ends.map(({ at }) => at),
    LETTERS,
    PLOT.height,
  );
  return ends.map(({ name }, k) => ({ series: name, place: Math.round(places[k]!) }));
}

function placed(
  view: View,
  rules: NonNullable<FindingChart["rules"]>,
  axis: AxisRange,
): { readonly vertical: readonly DrawnRule[]; readonly horizontal: readonly DrawnRule[] } {
  const vertical = rules.filter((r) => r.axis === "x");
  const level = rules.flatMap((r) => (r.axis === "y" && typeof r.at === "number" ? [{ ...r, at: r.at }] : []));
  const places = spread(
    level.map(({ at }) => down(at, axis) - 4),
    LETTERS,
    PLOT.height,
  );
  return {
    vertical: vertical.map(({ at, kind, label }, k) => ({ at, kind, text: say(view, label), place: 8 + LETTERS * k })),
    horizontal: level.map(({ at, kind, label }, k) => ({ at, kind, text: say(view, label), place: places[k]! })),
  };
}
