import { z } from "zod";
import { person } from "./parts.ts";

/** The deployer's record (AI Act Art. 26 and Art. 4a). What is left out is printed as not stated. */
export const deployer = z.strictObject({
  organisation: z.string().min(1),
  oversight: z
    .strictObject({
      ...person,
      competence: z.string().min(1).optional(),
      override: z.string().min(1).optional().describe("How a clinician sets the score aside."),
      automationBias: z.string().min(1).optional().describe("What is done against following the score blindly."),
    })
    .optional()
    .describe("Human oversight: who, with what competence."),
  inputData: z.string().min(1).optional().describe("How input data are kept relevant and representative."),
  logs: z
    .strictObject({
      months: z.number().positive().describe("How long logs are kept, in months."),
      where: z.string().min(1),
    })
    .optional(),
  specialCategories: z
    .strictObject({
      necessity: z.string().min(1).describe("Why other data, synthetic or anonymous, would not do."),
      pseudonymisation: z.string().min(1).optional(),
      access: z.string().min(1).optional().describe("Who has access, and how that is controlled and documented."),
      deletion: z.string().min(1).optional().describe("When the data are deleted."),
      recordOfProcessing: z.string().min(1).optional().describe("Where the reasons stand in the record of processing."),
      legalBasis: z.string().min(1).optional(),
    })
    .optional()
    .describe("Where special categories of personal data are processed to find bias (Art. 4a)."),
});
