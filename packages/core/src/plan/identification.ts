import { z } from "zod";

/** What identifies the device and who uses it, beside the model's name and version. */
export const identification = z.strictObject({
  tradeName: z.string().min(1).optional(),
  udiDi: z.string().min(1).optional(),
  basicUdiDi: z.string().min(1).optional(),
  manufacturerSrn: z.string().min(1).optional().describe("Single registration number of the manufacturer."),
  riskClass: z.string().min(1).optional().describe("MDR class and rule, as the manufacturer declares it."),
  instructionsForUse: z
    .string()
    .min(1)
    .optional()
    .describe("Document and revision that the intended purpose is copied from."),
  population: z.string().min(1).optional().describe("For which patients the model is meant."),
  users: z.string().min(1).optional().describe("Who uses it, and where in the care pathway."),
  setting: z.string().min(1).optional().describe("Where this audit's patients were seen."),
  decisionRole: z
    .enum(["informs", "drives", "replaces"])
    .optional()
    .describe("Whether the score informs a decision, drives it, or replaces it."),
});

/** How many the model scores in ordinary use, so that flags can be stated by the day. */
export const volume = z.strictObject({
  perDay: z.number().positive().describe("Rows scored in a day in ordinary use."),
  reason: z.string().min(1).describe("Where the number is from."),
});
