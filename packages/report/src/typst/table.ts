import type { Cell, Column, Table, TableRow } from "../document.ts";
import { type FittedTable, fitTable, lineOf, type Room } from "../fit-table.ts";
import { TONE_SIGN } from "../html/table.ts";
import { breakable, str } from "./escape.ts";

/** About so many characters go on a line at each size; a table that needs more is set in parts. */
const SIZES: readonly (readonly [characters: number, points: number])[] = [
  [92, 8.4],
  [106, 7.4],
  [122, 6.5],
];
const MOST = 132;

/** A table as Typst, in parts where it is too wide: its head repeats on every page, its notes stand under it. */
export function tableTypst(table: Table): string {
  if (table.columns.length === 0) {
    const lines = table.rows.map(({ cells }) => `[#${cellTypst(cells[0] ?? "", "start")}]`);
    return `#label-text(size: 8.6pt, weight: "semibold", ${breakable(table.caption)})\n#bullets((${lines.join(", ")},))`;
  }
  return fitTable(table, MOST)
    .map((fitted) => `#${part(fitted)}`)
    .join("\n");
}

function part({ table: { caption, columns, rows, notes = [] }, rooms }: FittedTable): string {
  const points = SIZES.find(([characters]) => lineOf(rooms) <= characters)?.[1] ?? 6;
  const head = columns.map(({ label, align }) => `head-cell(${breakable(label)}, ${align})`);
  const body = rows.map((row) => rowTypst(row, columns));
  const below = notes.map(({ mark, text }) => `(${str(mark)}, ${str(text)})`);
  return [
    `datatable(${breakable(caption)}, ${points}pt, (${widths(rooms).join(", ")},), (${columns.map((c) => c.align).join(", ")},),`,
    ` (${head.join(", ")},), (${below.join(", ")}${below.length === 1 ? "," : ""}),`,
    ...body.map((line) => ` ${line},`),
    ")",
  ].join("\n");
}

/** Where text wants more than it needs it takes what is left; otherwise all columns share the line. */
function widths(rooms: readonly Room[]): string[] {
  const flexible = rooms.some(({ least, wish }) => wish > least);
  return rooms.map(({ least, wish }) =>
    flexible && wish === least
      ? `${(least * 0.56).toFixed(2)}em + 6pt`
      : `${flexible ? Math.min(wish, 90) : least + 2}fr`,
  );
}

function rowTypst({ cells, heading, strong }: TableRow, columns: readonly Column[]): string {
  if (heading === true) return `headrow(${columns.length}, ${cellTypst(cells[0] ?? "", "start")})`;
  return columns
    .map(({ align }, i) => {
      const cell = cellTypst(cells[i] ?? "", align);
      return strong === true ? `strong(${cell})` : cell;
    })
    .join(", ");
}

function cellTypst(cell: Cell | string, align: Column["align"]): string {
  const { text, marks, tone, muted, whole }: Cell = typeof cell === "string" ? { text: cell } : cell;
  const unbroken = whole === true || (align === "end" && text.length < 30);
  const shown = unbroken ? str(text.replaceAll(" ", "\u00A0")) : breakable(text);
  const above = marks === undefined || marks === "" ? "" : `#super(${str(marks)})`;
  const inner = `[#${shown}${above}]`;
  if (tone !== undefined && tone !== "plain") return `toned(${str(tone)}, ${str(TONE_SIGN[tone])}, ${inner})`;
  return muted === true ? `quiet(${inner})` : inner;
}
