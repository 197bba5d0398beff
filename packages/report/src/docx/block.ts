import type { FileChild } from "docx";
import { QUIET } from "../charts/style.ts";
import type { Block, Figure } from "../document.ts";
import { TONE_SIGN } from "../html/table.ts";
import { type Engine, xmlText } from "./engine.ts";
import { TONE_COLOUR, tableDocx } from "./table.ts";
import { runs } from "./text.ts";

type Kind = Block["kind"];
type Of<K extends Kind> = Extract<Block, { kind: K }>;

export interface Around {
  readonly engine: Engine;
  readonly targets: ReadonlySet<string>;
  figure(figure: Figure): FileChild[];
}
type Printers = { readonly [K in Kind]: (block: Of<K>, around: Around) => FileChild[] };

/** A block as paragraphs and tables of WordprocessingML. */
export function blockDocx(block: Block, around: Around): FileChild[] {
  const print = PRINTERS[block.kind] as (block: Block, around: Around) => FileChild[];
  return print(block, around);
}

const quiet = QUIET.slice(1);

const PRINTERS: Printers = {
  paragraph: ({ text, tone }, { engine, targets }) =>
    text === ""
      ? []
      : [
          new engine.Paragraph({
            children: runs(engine, text, targets),
            ...(tone === "lead" ? { style: "Lead" } : tone === "note" ? { style: "Note" } : {}),
          }),
        ],
  heading: ({ text }, { engine }) => [
    new engine.Paragraph({ heading: engine.HeadingLevel.HEADING_2, text: xmlText(text) }),
  ],
  list: ({ items }, { engine, targets }) =>
    items.map((item) => new engine.Paragraph({ bullet: { level: 0 }, children: runs(engine, item, targets) })),
  facts: ({ items }, { engine, targets }) =>
    items.map(
      ({ term, text }) =>
        new engine.Paragraph({
          style: "Fact",
          children: [new engine.TextRun({ text: `${xmlText(term)}: `, bold: true }), ...runs(engine, text, targets)],
        }),
    ),
  figures: ({ items }, { engine }) =>
    items.map(
      ({ value, label, detail }) =>
        new engine.Paragraph({
          style: "Fact",
          children: [
            new engine.TextRun({ text: `${xmlText(label)}: ` }),
            new engine.TextRun({ text: xmlText(value), bold: true, size: 28 }),
            ...(detail === undefined ? [] : [new engine.TextRun({ text: `  ${xmlText(detail)}`, color: quiet })]),
          ],
        }),
    ),
  statements: ({ items }, { engine, targets }) =>
    items.flatMap(({ badge, tone, text, detail }) => [
      new engine.Paragraph({
        keepLines: true,
        ...(detail === undefined ? {} : { keepNext: true }),
        spacing: { before: 120, after: detail === undefined ? 80 : 0 },
        children: [
          new engine.TextRun({
            text: `${TONE_SIGN[tone]} ${xmlText(badge)}  `,
            bold: true,
            color: TONE_COLOUR[tone].slice(1),
          }),
          ...runs(engine, text, targets),
        ],
      }),
      ...(detail === undefined
        ? []
        : [new engine.Paragraph({ style: "Note", children: runs(engine, detail, targets) })]),
    ]),
  flow: ({ steps, caption }, { engine }) => [
    new engine.Paragraph({ style: "Caption", text: xmlText(caption) }),
    ...steps.map(
      ({ label, rows, left }) =>
        new engine.Paragraph({
          style: "Fact",
          indent: { left: left === true ? 700 : 0 },
          children: [
            new engine.TextRun({ text: left === true ? "→ " : "" }),
            new engine.TextRun({ text: rows === "" ? "" : `${xmlText(rows)} `, bold: true }),
            new engine.TextRun({ text: xmlText(label) }),
          ],
        }),
    ),
  ],
  table: ({ table }, { engine }) => tableDocx(engine, table),
  figure: ({ figure }, around) => around.figure(figure),
  code: ({ text }, { engine }) =>
    text
      .split("\n")
      .map((line) => new engine.Paragraph({ style: "Code", text: xmlText(line).replaceAll("  ", "\u00A0\u00A0") })),
  details: ({ summary, blocks }, around) => [
    new around.engine.Paragraph({ heading: around.engine.HeadingLevel.HEADING_2, text: xmlText(summary) }),
    ...blocks.flatMap((block) => blockDocx(block, around)),
  ],
};
