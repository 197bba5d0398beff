import type { FileChild } from "docx";
import { AMBER_TEXT, HAIRLINE, INK, QUIET, TEAL, VERMILION } from "../charts/style.ts";
import type { Cell, Column, Table, Tone } from "../document.ts";
import { type FittedTable, fitTable, type Room } from "../fit-table.ts";
import { TONE_SIGN } from "../html/table.ts";
import { type Engine, xmlText } from "./engine.ts";

/** Characters that go on a line of a table. */
const MOST = 112;
/** Width of the text, in twentieths of a point. */
const WIDTH = 9638;
export const TONE_COLOUR: Readonly<Record<Tone, string>> = {
  gap: VERMILION,
  equivalent: TEAL,
  open: AMBER_TEXT,
  plain: INK,
};

/** A table with its caption before it and its notes after it, in parts where it is too wide; the head repeats on each page. */
export function tableDocx(engine: Engine, table: Table): FileChild[] {
  return table.columns.length === 0
    ? [
        new engine.Paragraph({ style: "Caption", text: xmlText(table.caption) }),
        ...table.rows.map(({ cells }) => new engine.Paragraph({ text: xmlText(textOf(cells[0] ?? "")) })),
      ]
    : fitTable(table, MOST).flatMap((fitted) => part(engine, fitted));
}

function part(engine: Engine, { table, rooms }: FittedTable): FileChild[] {
  const { Paragraph, Table: DocxTable, TableRow, TableCell, TextRun, AlignmentType, BorderStyle, WidthType } = engine;
  const widths = widthsOf(rooms);
  const side = ({ align }: Column) => (align === "end" ? AlignmentType.END : AlignmentType.START);
  const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color: color.slice(1) });
  const cell = (children: InstanceType<Engine["Paragraph"]>[], column: number, span = 1) =>
    new TableCell({
      children,
      width: { size: span > 1 ? WIDTH : widths[column]!, type: WidthType.DXA },
      ...(span > 1 ? { columnSpan: span } : {}),
    });
  const paragraph = (content: Cell | string, column: Column, bold: boolean) =>
    new Paragraph({ style: "TableText", alignment: side(column), children: cellRuns(engine, content, bold) });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, i) => cell([paragraph(column.label, column, true)], i)),
  });
  const body = table.rows.map(
    ({ cells, heading, strong }) =>
      new TableRow({
        cantSplit: true,
        children:
          heading === true
            ? [cell([paragraph(cells[0] ?? "", table.columns[0]!, true)], 0, table.columns.length)]
            : table.columns.map((column, i) => cell([paragraph(cells[i] ?? "", column, strong === true)], i)),
      }),
  );
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  return [
    new Paragraph({ style: "Caption", keepNext: true, text: xmlText(table.caption) }),
    new DocxTable({
      rows: [head, ...body],
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: line(8, INK),
        bottom: line(4, INK),
        left: none,
        right: none,
        insideVertical: none,
        insideHorizontal: line(2, HAIRLINE),
      },
      margins: { top: 20, bottom: 20, left: 40, right: 40 },
    }),
    ...(table.notes ?? []).map(
      ({ mark, text }) =>
        new Paragraph({
          style: "Note",
          children: [new TextRun({ text: mark, superScript: true }), new TextRun({ text: ` ${xmlText(text)}` })],
        }),
    ),
    new Paragraph({ style: "Note", text: "" }),
  ];
}

/** What each column needs, and what is left by what text would like more, or else to all alike. */
function widthsOf(rooms: readonly Room[]): number[] {
  const needed = rooms.map(({ least }) => least + 3);
  const more = rooms.map(({ least, wish }) => Math.min(wish, 90) - Math.min(least, 90));
  const [all, wishes] = [needed, more].map((list) => list.reduce((sum, n) => sum + n, 0)) as [number, number];
  const line = Math.max(all, MOST);
  const shares = needed.map((n, i) => n + (line - all) * (wishes > 0 ? more[i]! / wishes : n / all));
  return shares.map((n) => Math.floor((n / line) * WIDTH));
}

function cellRuns(engine: Engine, content: Cell | string, bold: boolean): InstanceType<Engine["TextRun"]>[] {
  const { text, marks, tone, muted, whole }: Cell = typeof content === "string" ? { text: content } : content;
  const sign = tone === undefined || tone === "plain" ? "" : `${TONE_SIGN[tone]} `;
  const shown = whole === true ? text.replaceAll(" ", "\u00A0") : text;
  const look = {
    bold: bold || sign !== "",
    ...(sign === "" ? {} : { color: TONE_COLOUR[tone!].slice(1) }),
    ...(muted === true ? { italics: true, color: QUIET.slice(1) } : {}),
  };
  return [
    new engine.TextRun({ text: xmlText(`${sign}${shown}`), ...look }),
    ...(marks === undefined || marks === "" ? [] : [new engine.TextRun({ text: marks, superScript: true })]),
  ];
}

function textOf(cell: Cell | string): string {
  return typeof cell === "string" ? cell : cell.text;
}
