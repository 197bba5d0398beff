import { z } from "zod";
import { columnName } from "./parts.ts";

/** What the model makes of single features, asked of the model itself. */
export const probe = z.strictObject({
  features: z
    .array(
      z.strictObject({
        column: columnName,
        kind: z.enum(["numeric", "categorical"]).describe("As the model takes it."),
        label: z.string().min(1).optional(),
      }),
    )
    .min(1)
    .describe(
      "Each is set to one value after another in the same patients. Without score.model nothing can be asked, and patients who differ in much else are compared.",
    ),
  bins: z.number().int().min(2).max(100).default(20).describe("Bins of about equally many patients, for an amount."),
  rows: z.number().int().min(50).default(2000).describe("Most patients asked about, drawn with policy.seed."),
  minimumSupport: z
    .number()
    .int()
    .min(5)
    .default(20)
    .describe("Where fewer patients have a value, nothing is said of it: there the model would be asked about nobody."),
});
