import type { Datum, Panel } from "../document.ts";
import { say } from "../say.ts";
import type { View } from "../view.ts";
import { type AxisRange, axisRange } from "./axis-range.ts";
import { type Cells, type FindingChart, isShare } from "./finding-cells.ts";
import { drawn, fitted } from "./forest-rows.ts";
import { ROWS_WIDTH, rowsSpec } from "./rows-spec.ts";
import type { DrawnRule } from "./rule-style.ts";

const LETTER = 6;

/** Bars or intervals, a row each, under the words that they belong to; the number stands at the end of its row. */
export function rowsPanel(view: View, chart: FindingChart, cells: Cells): Panel {
  const { words, numbers, report } = view;
  const bars = chart.mark === "bars";
  const axis = valueAxis(chart, cells);
  const unit = cells.unit(chart.y);
  const rows: Datum[] = [];
  const before = { facet: "", label: "" };
  for (const row of cells.rows) {
    const facet = cells.text(row, chart.facet);
    const label = cells.text(row, chart.x);
    const name = cells.text(row, chart.series);
    if (facet !== before.facet) rows.push({ kind: "heading", label: facet });
    const first = facet !== before.facet || label !== before.label;
    Object.assign(before, { facet, label });
    const value = cells.number(row, chart.y);
    const low = cells.number(row, chart.low);
    const high = cells.number(row, chart.high);
    const limits = low === null || high === null ? null : { low, high };
    const number = unit === "text" ? "" : numbers.value(value, unit);
    rows.push({
      kind: "row",
      series: name,
      ...(first ? { label: fitted(label, 36) } : {}),
      ...(first && rows.length > 0 && name !== "" ? { parted: true } : {}),
      ...(name === "" ? {} : { name: fitted(name, 20) }),
      text:
        limits === null || value === null
          ? number
          : `${number} (${numbers.range(limits.low, limits.high, unit === "text" ? "number" : unit)})`,
      ...drawn(value, limits, axis),
    });
  }
  const ruled = (chart.rules ?? []).filter((r) => r.axis === "y");
  const names = cells.words(chart.series);
  const title = say(view, chart.title);
  return {
    alt: words.sentence.altChart(
      title,
      bars ? "bars" : "intervals",
      chart.series === undefined ? cells.words(chart.x) : names,
      ruled.map(({ label }) => say(view, label)),
    ),
    spec: rowsSpec({
      bars,
      axis,
      title: cells.title(chart.y),
      percent: isShare(unit),
      names,
      headings: {
        label: cells.title(chart.x),
        name: chart.series === undefined ? "" : cells.title(chart.series),
        text:
          chart.low === undefined
            ? words.label.value
            : words.sentence.withInterval(words.label.value, numbers.declared(report.study.policy.level)),
      },
      labelWidth: Math.max(
        90,
        ...rows.map((r) => (r["kind"] === "heading" ? 7 : LETTER) * String(r["label"] ?? "").length + 14),
      ),
      rules: stacked(
        ruled.map(({ at, kind, label }) => ({ at: Number(at), kind, text: say(view, label) })),
        axis,
      ),
    }),
    data: { rows: rows.map((datum, row) => ({ row, ...datum })) },
  };
}

/** Each on the lowest line of text where it meets no other, taking a letter for six pixels. */
function stacked(rules: readonly Omit<DrawnRule, "place">[], { low, high, log }: AxisRange): DrawnRule[] {
  const of = (v: number): number => (log ? Math.log(v) : v);
  const taken: { readonly place: number; readonly from: number; readonly to: number }[] = [];
  return rules.map((rule) => {
    const centre = (ROWS_WIDTH * (of(Number(rule.at)) - of(low))) / (of(high) - of(low));
    const half = (LETTER * rule.text.length) / 2 + 4;
    let place = 0;
    while (taken.some((t) => t.place === place && t.from < centre + half && t.to > centre - half)) place++;
    taken.push({ place, from: centre - half, to: centre + half });
    return { ...rule, place };
  });
}

/** Holds the values, their intervals and the reference lines, and of bars the nothing that they start from. */
export function valueAxis(chart: FindingChart, cells: Cells): AxisRange {
  const log = chart.log === true && chart.mark !== "bars";
  return axisRange(
    [
      ...(chart.mark === "bars" ? [0] : []),
      ...cells.rows.flatMap((row) => [chart.y, chart.low, chart.high].map((c) => cells.number(row, c))),
      ...(chart.rules ?? []).map(({ axis, at }) => (axis === "y" && typeof at === "number" ? at : null)),
    ],
    { log, bounds: ["-infinity", "infinity"] },
  );
}
