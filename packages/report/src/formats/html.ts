import { documentOf } from "../document-of.ts";
import type { Format } from "../format.ts";
import { page } from "../html/page.ts";

/** One self-contained page, in a browser or on paper. */
export const html: Format = {
  id: "html",
  render: async (report, words) => [
    {
      name: words.language === "en" ? "report.html" : `report.${words.language}.html`,
      content: await page(report, words, documentOf(report, words)),
    },
  ],
};
