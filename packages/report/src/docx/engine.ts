import { needed } from "../needed.ts";

/** The library that writes WordprocessingML, loaded when a report is asked for in it. */
export type Engine = typeof import("docx");

export function docxEngine(): Promise<Engine> {
  return needed("docx", () => import("docx"));
}

/** Characters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return Array.from(text, (character) => (isXml(character.codePointAt(0)!) ? character : "")).join("");
}

/** Char of XML 1.0. */
function isXml(code: number): boolean {
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}
