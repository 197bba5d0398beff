import type { Inline, Text } from "../document.ts";
import { escape } from "./escape.ts";

export function textHtml(text: Text): string {
  return typeof text === "string" ? escape(text) : text.map(inlineHtml).join("");
}

function inlineHtml(inline: Inline): string {
  if (typeof inline === "string") return escape(inline);
  if ("strong" in inline) return `<strong>${escape(inline.strong)}</strong>`;
  if ("code" in inline) return `<code>${escape(inline.code)}</code>`;
  return `<a href="${escape(inline.link)}">${escape(inline.text)}</a>`;
}
