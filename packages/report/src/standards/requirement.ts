import { DUTY_ROLES, MARKETS, ROUTES } from "@auscult/core";
import { z } from "zod";
import { EVIDENCE } from "./evidence-ids.ts";

/** A text in our own words, in every language of the report. */
export const localSchema = z.strictObject({ en: z.string().min(1), da: z.string().min(1) });

export const FORCES = [
  "law",
  "guidance",
  "principles",
  "standard",
  "reporting-guideline",
  "appraisal-tool",
  "consensus",
  "data-holder-rule",
  "voluntary",
] as const;

const standardSchema = z.strictObject({
  id: z.string().min(1),
  name: localSchema,
  edition: localSchema,
  force: z.enum(FORCES),
  /** Whose rule it is; "any": it holds, or is asked for, anywhere. */
  market: z.enum(["any", ...MARKETS]),
});
export type Standard = z.output<typeof standardSchema>;

/** How its text was checked: P in a primary source, S in a secondary one, U not at all: such a row is never printed as fact. */
export const VERIFICATIONS = ["P", "S", "U"] as const;
/** Who can give the evidence: the audit's numbers, a person's word, or both. */
export const MODES = ["computed", "attested", "mixed"] as const;

const isoDate = z.string().regex(/^\d{4}(-\d\d){0,2}$/);

const requirementSchema = z.strictObject({
  id: z.string().min(1),
  standard: z.string().min(1),
  clause: localSchema,
  /** Danish may be missing only where the row is not verified, and so never printed. */
  title: z.strictObject({ en: z.string().min(1), da: z.string().min(1).optional() }),
  evidence: z.array(z.enum(EVIDENCE)).min(1),
  owes: z.enum(DUTY_ROLES),
  mode: z.enum(MODES),
  verification: z.enum(VERIFICATIONS),
  /** Routes that it is for; absent: any. */
  routes: z.array(z.enum(ROUTES)).optional(),
  /** From when, for which routes (absent: all). */
  applies: z.array(z.strictObject({ from: isoDate, routes: z.array(z.enum(ROUTES)).optional() })).optional(),
  /** A draft binds nobody. */
  draft: z.literal(true).optional(),
  note: z.string().min(1).optional(),
  source: z.string().min(1),
  url: z.string(),
});
export type Requirement = z.output<typeof requirementSchema>;

/** The whole list: versioned data, with how each row was checked. */
export const requirementsSchema = z.strictObject({
  /** When the sources were read. */
  prepared: z.iso.date(),
  standards: z.array(standardSchema),
  requirements: z.array(requirementSchema),
});
export type Requirements = z.output<typeof requirementsSchema>;
