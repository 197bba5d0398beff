import { z } from "zod";
import { columnName, levelText, reason } from "./parts.ts";

/** Data that somebody completed several times; Auscult pools and never imputes (methods I1). */
export const imputation = z.strictObject({
  column: columnName.describe(
    "Says of each row which completed data set it belongs to, e.g. .imp of mice's long form.",
  ),
  original: levelText
    .optional()
    .describe(
      "The level of the incomplete data, where they stand in the same file (0 in mice): left out, and counted.",
    ),
  reason: reason.describe("How it was imputed and why, in a sentence: the outcome must have been in the model."),
});
