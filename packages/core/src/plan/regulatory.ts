import { z } from "zod";
import { person } from "./parts.ts";

/** Routes to the market or into use (AI Act Art. 6, MDR Art. 5(5)). Which one holds is declared by a person, never inferred. */
export const ROUTES = ["art6-1", "art6-2", "both", "class-i", "mdr-5-5", "research"] as const;
/** Whose duties the evidence matrix is about. */
export const DUTY_ROLES = ["provider", "deployer", "both"] as const;
/** Where the model is used: whose rules on top of those that hold anywhere. */
export const MARKETS = ["EU", "DK", "UK", "US"] as const;

/** Which requirements the evidence matrix lists. */
export const regulatory = z.strictObject({
  route: z
    .enum(ROUTES)
    .describe(
      "art6-1: device with a notified body; art6-2: Annex III use, no device; both; class-i: device without a notified body; mdr-5-5: made and used in the hospital; research: not put into service.",
    ),
  role: z.enum(DUTY_ROLES).describe("provider (manufacturer), deployer (hospital), or both."),
  markets: z.array(z.enum(MARKETS)).min(1).default(["EU"]),
  declaredBy: z.strictObject(person).describe("Who declares the route and the role."),
  date: z.iso.date().describe("When it was declared."),
});
