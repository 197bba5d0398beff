import type { Table } from "./document.ts";

/** A table in columns of plain text, for a console. */
export function textTable({ columns, rows, notes = [] }: Table): string {
  const lines = rows.map(({ cells, heading }) => ({
    // A cell that stands alone in its row may run over the others, as a heading does.
    heading: heading === true || (cells.length > 1 && cells.slice(1).every((cell) => cell === "")),
    cells: cells.map((cell) => {
      if (typeof cell === "string") return cell;
      return cell.marks === undefined ? cell.text : `${cell.text} [${cell.marks}]`;
    }),
  }));
  const head = columns.map(({ label }) => label);
  const widths = head.map((label, i) =>
    Math.max(lengthOf(label), ...lines.filter((l) => !l.heading).map((l) => lengthOf(l.cells[i] ?? ""))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const space = " ".repeat(Math.max(0, (widths[i] ?? 0) - lengthOf(cell)));
        return columns[i]?.align === "end" ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  return [
    line(head),
    line(widths.map((width) => "─".repeat(width))),
    ...lines.map((l) => (l.heading ? (l.cells[0] ?? "") : line(l.cells))),
    ...notes.map(({ mark, text }) => `[${mark}] ${text}`),
  ].join("\n");
}

function lengthOf(text: string): number {
  return Array.from(text.normalize("NFC")).length;
}
