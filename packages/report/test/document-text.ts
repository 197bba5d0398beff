import type { Block, Cell, DocumentSection, Figure, Inline, Table, Text } from "../src/document.ts";

/** A document as plain text, for snapshots: every sentence, every heading, the first rows of every table. */
export function documentText(sections: readonly DocumentSection[]): string {
  return sections.map(({ title, blocks }) => [`# ${title}`, ...blocks.flatMap(blockLines)].join("\n")).join("\n\n");
}

const ROWS = 4;

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return text(block.text) === "" ? [] : [text(block.text)];
    case "heading":
      return [`## ${block.text}`];
    case "list":
      return block.items.map((item) => `- ${text(item)}`);
    case "facts":
      return block.items.map((item) => `${item.term}: ${text(item.text)}`);
    case "figures":
      return block.items.map((item) => `[${item.label}] ${item.value} ${item.detail ?? ""}`);
    case "statements":
      return block.items.map(
        (item) => `[${item.tone}] ${item.badge} | ${text(item.text)} | ${text(item.detail ?? "")}`,
      );
    case "flow":
      return block.steps.map((step) => `${step.left === true ? "  -" : "="} ${step.rows} ${step.label}`);
    case "table":
      return tableLines(block.table);
    case "figure":
      return figureLines(block.figure);
    case "code":
      return ["<code>"];
    case "details":
      return [`> ${block.summary}`, ...block.blocks.flatMap(blockLines).map((line) => `  ${line}`)];
    default:
      return block satisfies never;
  }
}

function figureLines({ title, key, panels, table, note }: Figure): string[] {
  return [
    `Figure: ${title}`,
    ...(key ?? []).map((item) => `  (${item.sign}) ${item.text}`),
    ...panels.map((panel) => `  <${panel.title ?? ""}> ${panel.alt}`),
    ...(note === undefined ? [] : [`  ${text(note)}`]),
    ...tableLines(table).map((line) => `  ${line}`),
  ];
}

function tableLines({ caption, columns, rows, notes }: Table): string[] {
  return [
    `Table: ${caption}`,
    `  | ${columns.map((c) => c.label).join(" | ")}`,
    ...rows.slice(0, ROWS).map((row) => `  | ${row.cells.map(cell).join(" | ")}`),
    ...(rows.length > ROWS ? [`  | … ${rows.length} rows`] : []),
    ...(notes ?? []).map(({ mark, text: note }) => `  ${mark} ${note}`),
  ];
}

function cell(value: Cell | string): string {
  if (typeof value === "string") return value;
  return `${value.text}${value.marks === undefined ? "" : ` [${value.marks}]`}`;
}

function text(value: Text): string {
  return typeof value === "string" ? value : value.map(inline).join("");
}

function inline(value: Inline): string {
  if (typeof value === "string") return value;
  if ("strong" in value) return `*${value.strong}*`;
  return "code" in value ? `\`${value.code}\`` : `${value.text} <${value.link}>`;
}
