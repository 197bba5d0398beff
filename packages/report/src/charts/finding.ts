import type { ReportFinding } from "../audit-report.ts";
import type { Figure, Panel } from "../document.ts";
import { findingTable } from "../finding-table.ts";
import { say } from "../say.ts";
import type { View } from "../view.ts";
import { type Cells, cellsOf, type FindingChart } from "./finding-cells.ts";
import { columnsPanel, standUpright } from "./finding-columns.ts";
import { linesPanel } from "./finding-lines.ts";
import { rowsPanel } from "./finding-rows.ts";
import { tilesPanel } from "./finding-tiles.ts";

type Drawn = Panel & { readonly key?: Figure["key"] };
type Drawer = (view: View, chart: FindingChart, cells: Cells) => Drawn;

const DRAWERS: Readonly<Record<NonNullable<FindingChart["mark"]>, Drawer>> = {
  lines: linesPanel,
  bars: (view, chart, cells) => (standUpright(chart, cells) ? columnsPanel : rowsPanel)(view, chart, cells),
  intervals: rowsPanel,
  tiles: tilesPanel,
};

/** One of a finding's tables, drawn as the analysis asked. */
export function findingFigure(view: View, finding: ReportFinding, chart: FindingChart): Figure | undefined {
  const table = finding.tables.find((t) => t.id === chart.table);
  if (table === undefined) return undefined;
  const { key, ...panel } = DRAWERS[chart.mark ?? "lines"](view, chart, cellsOf(view, table));
  return {
    id: `${finding.id}-${chart.id}`,
    title: say(view, chart.title),
    panels: [panel],
    ...(key === undefined ? {} : { key }),
    table: findingTable(view, table),
    ...(table.scope === undefined ? {} : { note: view.words.findingScope[table.scope] }),
  };
}
