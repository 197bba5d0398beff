import { z } from "zod";
import { columnName, levelText, reason } from "./parts.ts";

/** Whose outcome was looked for: "not verified" is not "negative" (methods I4). */
export const verification = z.strictObject({
  column: columnName.describe("Says of each row whether the outcome was verified (a biopsy, a scan, a follow-up)."),
  verified: levelText.describe(
    "The level that means it was; every other one means not. Leave the outcome empty there.",
  ),
  strata: z
    .array(columnName)
    .default([])
    .describe("Columns of levels on which verification depended besides the flag: symptoms, referral, site."),
  reason,
});
