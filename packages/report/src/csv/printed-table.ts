import type { Cell, Table } from "../document.ts";
import { csvLine } from "./cell.ts";

/** A byte-order mark: spreadsheets take a file without it for something other than UTF-8. */
const BOM = "\uFEFF";

/** A table as it is printed, as CSV; a row that heads others stands alone, marks follow in brackets, notes come last. */
export function printedTable({ columns, rows, notes = [] }: Table): string {
  const body = rows.map(({ cells }) => csvLine(cells.map(cellText)));
  const below = notes.map(({ mark, text }) => csvLine([`[${mark}] ${text}`]));
  return (
    BOM + csvLine(columns.map((c) => c.label)) + body.join("") + (below.length === 0 ? "" : `\r\n${below.join("")}`)
  );
}

function cellText(cell: Cell | string): string {
  if (typeof cell === "string") return cell;
  return cell.marks === undefined || cell.marks === "" ? cell.text : `${cell.text} [${cell.marks}]`;
}
