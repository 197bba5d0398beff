import type { Block, Figure } from "../document.ts";
import { TONE_SIGN } from "../html/table.ts";
import { breakable, str } from "./escape.ts";
import { tableTypst } from "./table.ts";
import { textTypst } from "./text.ts";

type Kind = Block["kind"];
type Of<K extends Kind> = Extract<Block, { kind: K }>;

/** What blocks need to know of the document around them. */
export interface Around {
  /** Names that a link within the report can lead to. */
  readonly targets: ReadonlySet<string>;
  figure(figure: Figure): string;
}
type Printers = { readonly [K in Kind]: (block: Of<K>, around: Around) => string };

/** A block as a line of Typst code. */
export function blockTypst(block: Block, around: Around): string {
  const print = PRINTERS[block.kind] as (block: Block, around: Around) => string;
  return print(block, around);
}

const list = (items: readonly string[]): string => `(${items.join(", ")}${items.length === 1 ? "," : ""})`;

const PRINTERS: Printers = {
  paragraph: ({ text, tone }, { targets }) =>
    text === "" ? "" : `#${tone ?? "plain"}par(${textTypst(text, targets)})`,
  heading: ({ text }) => `#heading(level: 2, ${breakable(text)})`,
  list: ({ items }, { targets }) => `#bullets(${list(items.map((item) => textTypst(item, targets)))})`,
  facts: ({ items }, { targets }) =>
    `#facts(${list(items.map(({ term, text }) => `(${breakable(term)}, ${textTypst(text, targets)})`))})`,
  figures: ({ items }) =>
    `#tiles(${list(items.map(({ value, label, detail }) => `(${str(value)}, ${str(label)}, ${str(detail ?? "")})`))})`,
  statements: ({ items }, { targets }) => {
    const lines = items.map(({ badge, tone, text, detail }) => {
      const more = detail === undefined ? "none" : textTypst(detail, targets);
      return `(${str(tone)}, ${str(TONE_SIGN[tone])}, ${breakable(badge)}, ${textTypst(text, targets)}, ${more})`;
    });
    return `#statements(${list(lines)})`;
  },
  flow: ({ steps, caption }) => {
    const boxes = steps.map(({ label, rows, left }) => `(${str(rows)}, ${breakable(label)}, ${left === true})`);
    return `#flow(${breakable(caption)}, ${list(boxes)})`;
  },
  table: ({ table }) => tableTypst(table),
  figure: ({ figure }, around) => around.figure(figure),
  code: ({ text }) => `#listing(${str(text)})`,
  details: ({ summary, blocks }, around) =>
    [`#heading(level: 2, ${breakable(summary)})`, ...blocks.map((b) => blockTypst(b, around))].join("\n"),
};
