import { z } from "zod";

const many = z.number().int().min(0);

/** What disclosure control did to the report: how much is withheld, and by which rule. Nothing of what. */
export const disclosureSchema = z.strictObject({
  profile: z.enum(["denmark", "nhs", "cms", "custom"]),
  /** The least count that is shown. */
  minimum: z.number().int().min(2),
  /** Counts are rounded to multiples of it. */
  round: z.exactOptional(z.number().int().min(2)),
  withheld: z.strictObject({
    counts: many,
    estimates: many,
    comparisons: many,
    curves: many,
    findings: many.describe("Analyses of which tables or numbers are withheld."),
  }),
});
