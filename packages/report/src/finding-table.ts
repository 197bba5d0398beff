import type { ReportFinding } from "./audit-report.ts";
import type { Column, Table, TableRow } from "./document.ts";
import { say, type Speaker } from "./say.ts";

type FindingTable = ReportFinding["tables"][number];
type FindingCell = FindingTable["rows"][number][number];
type FindingColumn = FindingTable["columns"][number];

/** A column as it is printed: one of the finding's, or a value with the two columns of its limits beside it. */
interface Printed {
  readonly column: FindingColumn;
  readonly at: number;
  readonly withLimits: boolean;
}

/** A table that an analysis hands over, its numbers in the language's form; a value and its limits share a cell. */
export function findingTable(view: Speaker, { caption, columns: asked, rows: given }: FindingTable): Table {
  const printed = printedColumns(asked);
  const columns: Column[] = printed.map(({ column: { label, unit } }) => ({
    label: say(view, label),
    align: unit === "text" ? "start" : "end",
  }));
  const rows: TableRow[] = given.map((row) => ({
    cells: printed.map(({ column: { unit }, at, withLimits }) => {
      const text = cellText(view, row[at] ?? null, unit);
      const [low, high] = [row[at + 1] ?? null, row[at + 2] ?? null];
      if (!withLimits || !isNumber(low) || !isNumber(high) || unit === "text") return text;
      return { text: `${text} (${view.numbers.range(low, high, unit)})`, whole: true };
    }),
  }));
  return { caption: say(view, caption), columns, rows };
}

/** Columns `low` and `high`, or `…Low` and `…High`, that follow a number's column are its limits. */
function printedColumns(columns: readonly FindingColumn[]): Printed[] {
  const isLow = (at: number): boolean => /^low$|Low$/.test(columns[at]?.id ?? "");
  const isHigh = (at: number): boolean => /^high$|High$/.test(columns[at]?.id ?? "");
  const areLimits = (at: number): boolean => at > 0 && columns[at - 1]!.unit !== "text" && isLow(at) && isHigh(at + 1);
  return columns.flatMap((column, at): Printed[] =>
    areLimits(at) || areLimits(at - 1) ? [] : [{ column, at, withLimits: areLimits(at + 1) }],
  );
}

function isNumber(cell: FindingCell): cell is number | "infinity" | "-infinity" {
  return typeof cell === "number" || cell === "infinity" || cell === "-infinity";
}

function cellText(view: Speaker, cell: FindingCell, unit: FindingColumn["unit"]): string {
  const { numbers } = view;
  if (unit === "text") return cell === null ? "" : typeof cell === "number" ? numbers.plain(cell) : say(view, cell);
  return cell === null || isNumber(cell) ? numbers.value(cell, unit) : say(view, cell);
}
