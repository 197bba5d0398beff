import { documentOf } from "../document-of.ts";
import { inLanguage } from "../file-name.ts";
import type { Format } from "../format.ts";
import { page } from "../html/page.ts";

/** One self-contained page, in a browser or on paper. */
export const html: Format = {
  id: "html",
  render: async (report, words) => [
    {
      name: inLanguage("report", ".html", words.language),
      content: await page(report, words, documentOf(report, words)),
    },
  ],
};
