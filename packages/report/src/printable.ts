/** What the fonts that come with Auscult can print: Latin, Greek and Cyrillic letters, punctuation, and the signs that reports use. */
const UNPRINTABLE =
  /[^\n\u0020-\u007E\u00A0-\u0233\u0391-\u03A1\u03A3-\u03C9\u0400-\u045F\u1E80-\u1E85\u1EA0-\u1EF9\u200B\u2010-\u2015\u2018-\u201E\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203A\u2044\u2070\u2074-\u2079\u2080-\u2089\u20AC\u2122\u2190-\u2193\u2202\u2206\u220F\u2211\u2212\u2215\u2219\u221A\u221E\u2248\u2260\u2264\u2265\u25A0\u25B2\u25CB\u25CF]/gu;

/**
 * Text in which every character can be printed on every machine: any other stands as its code, `[U+4E2D]`, rather than as
 * nothing or as whatever font a machine has. JSON, HTML, Markdown and CSV have the text itself.
 */
export function printable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0)!;
    if (character === "\t") return " ";
    return code < 32 || code === 127 ? "" : `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
  });
}
