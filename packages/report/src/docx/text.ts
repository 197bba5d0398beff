import type { ParagraphChild } from "docx";
import type { Text } from "../document.ts";
import { type Engine, xmlText } from "./engine.ts";

interface Look {
  readonly color?: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** Text as runs. Links within the report lead to `targets`; others are shown as they are. */
export function runs(engine: Engine, text: Text, targets: ReadonlySet<string>, look: Look = {}): ParagraphChild[] {
  const { TextRun, InternalHyperlink } = engine;
  const run = (words: string, more: object = {}): InstanceType<Engine["TextRun"]> =>
    new TextRun({ text: xmlText(words), ...look, ...more });
  if (typeof text === "string") return [run(text)];
  return text.map((inline) => {
    if (typeof inline === "string") return run(inline);
    if ("strong" in inline) return run(inline.strong, { bold: true });
    if ("code" in inline) return run(inline.code, { font: "Consolas" });
    const anchor = inline.link.slice(1);
    if (!inline.link.startsWith("#") || !targets.has(anchor)) return run(inline.text);
    return new InternalHyperlink({ anchor: bookmark(anchor), children: [run(inline.text, { style: "Hyperlink" })] });
  });
}

/** A bookmark's name: letters, digits and underscores, at most 40. */
export function bookmark(name: string): string {
  return `b_${name.replaceAll(/[^A-Za-z0-9]/g, (c) => (c === "-" ? "_" : c.codePointAt(0)!.toString(36)))}`.slice(
    0,
    40,
  );
}
