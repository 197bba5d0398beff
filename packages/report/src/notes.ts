import type { Flag } from "@auscult/metrics";
import type { View } from "./view.ts";

/** The letters under a table: each flag or remark gets one, in the order that it is first met. */
export interface Notes {
  flags(flags: readonly Flag[]): string;
  remark(text: string): string;
  list(): { readonly mark: string; readonly text: string }[];
}

export function notes({ words }: View): Notes {
  const marks = new Map<string, string>();
  const mark = (text: string): string => {
    const known = marks.get(text);
    if (known !== undefined) return known;
    const letter = String.fromCharCode("a".charCodeAt(0) + marks.size);
    marks.set(text, letter);
    return letter;
  };
  return {
    flags: (flags) => flags.map((flag) => mark(words.flag[flag])).join(" "),
    remark: mark,
    list: () => [...marks].map(([text, letter]) => ({ mark: letter, text })),
  };
}
