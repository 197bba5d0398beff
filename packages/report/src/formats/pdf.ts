import { documentOf } from "../document-of.ts";
import { inLanguage } from "../file-name.ts";
import type { Format } from "../format.ts";
import { picturesOf } from "../pictures/pictures-of.ts";
import { reportJson } from "../report-json.ts";
import { compileTypst } from "../typst/compile.ts";
import { typstSource } from "../typst/source.ts";

/** One PDF/A for the technical file: tagged, searchable, charts as vectors, the report itself attached. */
export const pdf: Format = {
  id: "pdf",
  render: async (report, words) => {
    const sections = documentOf(report, words);
    const source = typstSource(report, words, sections, await picturesOf(sections, words));
    return [
      {
        name: inLanguage("report", ".pdf", words.language),
        content: await compileTypst(source, reportJson(report), new Date(report.created)),
      },
    ];
  },
};
