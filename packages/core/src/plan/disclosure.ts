import { z } from "zod";

/** Whose rule of the least count is followed. `custom` needs `minimum`. */
export const DISCLOSURE_PROFILES = ["none", "denmark", "nhs", "cms", "custom"] as const;

/** What may leave the place where the patients' data are. */
export const disclosure = z.strictObject({
  profile: z
    .enum(DISCLOSURE_PROFILES)
    .describe(
      "denmark: no count of 1 to 4. nhs: no count of 1 to 7, others rounded to the nearest 5. cms: no count of 1 to 10. custom: as minimum and round say. none: nothing is withheld, and the report says so.",
    ),
  minimum: z
    .number()
    .int()
    .min(2)
    .optional()
    .describe("The least count that is shown, where the profile's is too low."),
  round: z.number().int().min(2).optional().describe("Counts are rounded to multiples of it."),
  dominance: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.1)
    .describe(
      "Sums of a label are withheld where what remains after the two largest is less than this share of the largest.",
    ),
  ledger: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Ledger of what was released before, relative to the plan: a release that differs from one by a few patients is refused.",
    ),
});
