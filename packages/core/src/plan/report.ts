import { z } from "zod";

/** Every format that a report can be written in. The report package has a renderer for each (a test compares them). */
export const REPORT_FORMATS = ["html", "json", "markdown", "csv", "charts", "pdf", "docx", "chai"] as const;

/** In which forms the report is written. */
export const report = z.strictObject({
  formats: z
    .array(z.enum(REPORT_FORMATS))
    .min(1)
    .default(["html", "json"])
    .describe(
      "html: one page. pdf: PDF/A for the technical file. docx: for a word processor. markdown, csv (every table), charts (Vega-Lite, SVG and PNG), chai (CHAI Applied Model Card XML). json: the report itself, which is always written.",
    ),
  languages: z
    .array(z.enum(["en", "da"]))
    .min(1)
    .default(["en"])
    .describe("Languages of the report, by BCP 47 tag."),
  log: z
    .string()
    .min(1)
    .optional()
    .describe("Audit log that every run is appended to, relative to the plan (default: beside the output folder)."),
});
