import type { ReportFinding } from "../audit-report.ts";
import type { Datum, Figure } from "../document.ts";
import { plotted } from "../format-number.ts";
import { findingTable } from "../finding-table.ts";
import { say } from "../say.ts";
import type { View } from "../view.ts";
import { axisRange } from "./axis-range.ts";
import { linesSpec } from "./lines-spec.ts";

type Chart = ReportFinding["charts"][number];

/** Lines over one of a finding's tables, one a series, as the analysis asked for them. */
export function findingFigure(view: View, finding: ReportFinding, chart: Chart): Figure | undefined {
  const table = finding.tables.find((t) => t.id === chart.table);
  if (table === undefined) return undefined;
  const at = (id: string | undefined): number => table.columns.findIndex((c) => c.id === id);
  const [x, y, low, high, series] = [at(chart.x), at(chart.y), at(chart.low), at(chart.high), at(chart.series)];
  const number = (row: (typeof table.rows)[number], column: number): number | null => {
    const value = row[column];
    return typeof value === "number" ? plotted(value) : null;
  };
  const rows: Datum[] = table.rows.map((row) => ({
    x: number(row, x),
    y: number(row, y),
    low: low < 0 ? null : number(row, low),
    high: high < 0 ? null : number(row, high),
    series: series < 0 ? "" : seriesName(view, row[series]),
  }));
  const names = [...new Set(rows.map((r) => String(r["series"])))];
  const range = (keys: readonly string[]) =>
    axisRange(
      rows.flatMap((r) => keys.map((k) => (typeof r[k] === "number" ? r[k] : null))),
      { log: false, bounds: ["-infinity", "infinity"] },
    );
  const title = say(view, chart.title);
  const across = range(["x"]);
  const up = range(["y", "low", "high"]);
  return {
    id: `${finding.id}-${chart.id}`,
    title,
    panels: [
      {
        alt: view.words.sentence.altLines(title, names),
        spec: linesSpec({
          x: {
            title: say(view, table.columns[x]?.label ?? ""),
            domain: [across.low, across.high],
            percent: isShare(table.columns[x]?.unit),
          },
          y: {
            title: say(view, table.columns[y]?.label ?? ""),
            domain: [up.low, up.high],
            percent: isShare(table.columns[y]?.unit),
          },
          names,
        }),
        data: { rows, labels: lastOfEach(rows, names) },
      },
    ],
    table: findingTable(view, table),
  };
}

type Cell = ReportFinding["tables"][number]["rows"][number][number] | undefined;

function seriesName(view: View, cell: Cell): string {
  if (cell === undefined || cell === null) return "";
  return typeof cell === "number" ? view.numbers.plain(cell) : say(view, cell);
}

function isShare(unit: string | undefined): boolean {
  return unit === "proportion" || unit === "probability";
}

/** Where a line is labelled: its last point. */
function lastOfEach(rows: readonly Datum[], names: readonly string[]): Datum[] {
  return names.flatMap((name) => {
    const last = rows.findLast((r) => r["series"] === name && r["y"] !== null);
    return last === undefined ? [] : [{ x: last["x"]!, y: last["y"]!, series: name }];
  });
}
