import type { ReportFinding } from "../audit-report.ts";
import { plotted } from "../format-number.ts";
import { say } from "../say.ts";
import type { View } from "../view.ts";

export type FindingChart = ReportFinding["charts"][number];
type FindingTable = ReportFinding["tables"][number];
export type Unit = FindingTable["columns"][number]["unit"];
type Row = FindingTable["rows"][number];

/** A finding's table by the columns that a chart names. */
export interface Cells {
  readonly rows: readonly Row[];
  readonly unit: (column: string) => Unit;
  readonly title: (column: string) => string;
  /** Finite, for drawing; null where the column is not asked for or the cell is not a finite number. */
  readonly number: (row: Row, column: string | undefined) => number | null;
  /** As a reader sees it; "" where the column is not asked for or the cell is empty. */
  readonly text: (row: Row, column: string | undefined) => string;
  /** A column's words, each once, in the table's order. */
  readonly words: (column: string | undefined) => readonly string[];
}

export function cellsOf(view: View, { columns, rows }: FindingTable): Cells {
  const at = (column: string | undefined): number => columns.findIndex((c) => c.id === column);
  const unit = (column: string): Unit => columns[at(column)]?.unit ?? "number";
  const text: Cells["text"] = (row, column) => {
    const cell = row[at(column)];
    if (column === undefined || cell === undefined || cell === null) return "";
    if (typeof cell !== "number") return say(view, cell);
    const of = unit(column);
    return of === "text" || of === "number" ? view.numbers.plain(cell) : view.numbers.value(cell, of);
  };
  return {
    rows,
    unit,
    title: (column) => say(view, columns[at(column)]?.label ?? ""),
    number: (row, column) => {
      const cell = row[at(column)];
      return column !== undefined && typeof cell === "number" ? plotted(cell) : null;
    },
    text,
    words: (column) => [...new Set(rows.map((row) => text(row, column)))],
  };
}

/** Whether an axis is in percent: only where the numbers beside it are. */
export function isShare(unit: Unit): boolean {
  return unit === "proportion";
}
