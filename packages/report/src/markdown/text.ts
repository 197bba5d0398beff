import type { Inline, Text } from "../document.ts";

/** Text as Markdown in which nothing is markup or HTML, whatever a plan or data named; on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s*[\r\n]+\s*/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_[\]|~$]/g, String.raw`\$&`)
    .replace(
      /^(\s*)([#+\-=]|\d+[.)](?=\s|$))/,
      (_, space: string, start: string) => `${space}${start.slice(0, -1)}\\${start.slice(-1)}`,
    )
    .replaceAll(/(https?|mailto|www)(:|\.)/gi, "$1\u200B$2");
}

export function textMarkdown(text: Text): string {
  return typeof text === "string" ? escapeMarkdown(text) : text.map(inlineMarkdown).join("");
}

function inlineMarkdown(inline: Inline): string {
  if (typeof inline === "string") return inline === "" ? "" : keepEnds(inline, escapeMarkdown);
  if ("strong" in inline) return keepEnds(inline.strong, (text) => `**${escapeMarkdown(text)}**`);
  if ("code" in inline) return codeMarkdown(inline.code);
  return `[${escapeMarkdown(inline.text)}](${inline.link.startsWith("#") ? inline.link : `<${encodeURI(inline.link)}>`})`;
}

/** A code span with a fence longer than any run of backquotes in it. */
function codeMarkdown(code: string): string {
  const fence = "`".repeat(Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const pad = code.startsWith("`") || code.endsWith("`") ? " " : "";
  return `${fence}${pad}${code.replaceAll("\n", " ")}${pad}${fence}`;
}

/** Spaces at the ends stay outside what is done to the text between them. */
function keepEnds(text: string, change: (inner: string) => string): string {
  const inner = text.trim();
  if (inner === "") return text;
  const at = text.indexOf(inner);
  return text.slice(0, at) + change(inner) + text.slice(at + inner.length);
}
