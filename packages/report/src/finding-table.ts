import type { ReportFinding } from "./audit-report.ts";
import type { Column, Table, TableRow } from "./document.ts";
import { say } from "./say.ts";
import type { View } from "./view.ts";

type Cells = ReportFinding["tables"][number]["rows"][number];

/** A table that an analysis hands over, its numbers in the language's form. */
export function findingTable(
  view: View,
  { caption, columns: asked, rows: given }: ReportFinding["tables"][number],
): Table {
  const { numbers } = view;
  const columns: Column[] = asked.map(({ label, unit }) => ({
    label: say(view, label),
    align: unit === "text" ? "start" : "end",
  }));
  const text = (cell: Cells[number], at: number): string => {
    const unit = asked[at]?.unit ?? "number";
    if (unit === "text") return cell === null ? "" : typeof cell === "number" ? numbers.plain(cell) : say(view, cell);
    if (cell === null || typeof cell === "number") return numbers.value(cell, unit);
    return cell === "infinity" || cell === "-infinity" ? numbers.value(cell, unit) : say(view, cell);
  };
  const rows: TableRow[] = given.map((row) => ({ cells: row.map(text) }));
  return { caption: say(view, caption), columns, rows };
}
