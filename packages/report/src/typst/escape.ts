import { printable } from "../printable.ts";

/** Text as a Typst string literal. Strings are never markup in Typst, so nothing that a plan or data named can be code. */
export function str(text: string): string {
  return `"${printable(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}

/** The same for text that has to break somewhere: hashes and other long words may break at every eighth character. */
export function breakable(text: string): string {
  return str(text.replaceAll(/[^\s\u200B]{25,}/g, (word) => word.replaceAll(/.{8}(?=.)/gu, "$&\u200B")));
}

/** A name for a Typst label. */
export function label(name: string): string {
  return `<${name.replaceAll(/[^A-Za-z0-9-]/g, (c) => `_${c.codePointAt(0)!.toString(36)}`)}>`;
}
