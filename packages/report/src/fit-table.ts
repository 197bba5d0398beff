import type { Cell, Column, Table, TableRow } from "./document.ts";

/** A table with the room that each column needs on paper, in characters. */
export interface FittedTable {
  readonly table: Table;
  readonly rooms: readonly Room[];
}

export interface Room {
  /** At the least: numbers and what is not to be broken whole, text by its longest word and up to a short line. */
  readonly least: number;
  /** Where text would like more, how much. */
  readonly wish: number;
}

const BETWEEN = 2;
/** Text gets a line of so many characters before it breaks. */
const LINE = 26;

/** A table as one or several that each go on a line of `most` characters; the first column stands in every part. */
export function fitTable(table: Table, most: number): FittedTable[] {
  const rooms = table.columns.map((column, i) => roomOf(column, i, table.rows));
  const widthOf = (columns: readonly number[]): number => columns.reduce((n, i) => n + rooms[i]!.least + BETWEEN, 0);
  const parts: number[][] = [];
  for (const [i] of table.columns.slice(1).entries()) {
    const last = parts.at(-1);
    if (last !== undefined && widthOf([0, ...last, i + 1]) <= most) last.push(i + 1);
    else parts.push([i + 1]);
  }
  if (parts.length <= 1) return [{ table, rooms }];
  return parts.map((part, p) => {
    const columns = [0, ...part];
    return {
      rooms: columns.map((i) => rooms[i]!),
      table: {
        ...table,
        caption: `${table.caption} (${p + 1}/${parts.length})`,
        columns: columns.map((i) => table.columns[i]!),
        rows: table.rows.map((row) =>
          row.heading === true ? row : { ...row, cells: columns.map((i) => row.cells[i] ?? "") },
        ),
        ...(table.notes === undefined ? {} : { notes: notesOf(table, columns) }),
      },
    };
  });
}

/** Characters of a fitted table's line. */
export function lineOf(rooms: readonly Room[]): number {
  return rooms.reduce((n, { least }) => n + least + BETWEEN, 0);
}

function notesOf({ rows, notes = [] }: Table, columns: readonly number[]): NonNullable<Table["notes"]> {
  const marks = rows.flatMap(({ cells }) => columns.flatMap((i) => markOf(cells[i]).split(" ")));
  return notes.filter(({ mark }) => marks.includes(mark));
}

function roomOf({ label, align }: Column, column: number, rows: readonly TableRow[]): Room {
  const cells = rows.flatMap(({ cells, heading }) => (heading === true ? [] : [cells[column] ?? ""]));
  const needs = cells.map((cell) => {
    const length = textOf(cell).length;
    const whole = align === "end" || (typeof cell !== "string" && cell.whole === true);
    const signs = markOf(cell).length + (typeof cell !== "string" && cell.tone !== undefined ? 3 : 0);
    return { least: signs + (whole ? length : Math.min(length, LINE)), wish: signs + length };
  });
  const word = Math.max(...label.split(/[\s-]/).map((part) => part.length)) + 1;
  const least = Math.max(4, word, ...needs.map((n) => n.least));
  return { least, wish: Math.max(least, ...needs.map((n) => n.wish)) };
}

function textOf(cell: Cell | string): string {
  return typeof cell === "string" ? cell : cell.text;
}

function markOf(cell: Cell | string | undefined): string {
  return cell === undefined || typeof cell === "string" ? "" : (cell.marks ?? "");
}
