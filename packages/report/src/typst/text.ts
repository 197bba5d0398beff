import type { Inline, Text } from "../document.ts";
import { breakable, label, str } from "./escape.ts";

/** Text as Typst content (in code). Links within the report lead to `targets`; others are shown as they are. */
export function textTypst(text: Text, targets: ReadonlySet<string>): string {
  if (typeof text === "string") return breakable(text);
  return `[${text.map((inline) => `#${inlineTypst(inline, targets)}`).join("")}]`;
}

function inlineTypst(inline: Inline, targets: ReadonlySet<string>): string {
  if (typeof inline === "string") return `text(${breakable(inline)})`;
  if ("strong" in inline) return `strong(text(${breakable(inline.strong)}))`;
  if ("code" in inline) return `mono(${breakable(inline.code)})`;
  if (!inline.link.startsWith("#")) return `link(${str(inline.link)}, ${breakable(inline.text)})`;
  const target = inline.link.slice(1);
  return targets.has(target) ? `goto(${label(target)}, ${str(inline.text)})` : `text(${breakable(inline.text)})`;
}
