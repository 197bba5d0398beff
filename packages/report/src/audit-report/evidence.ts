import { z } from "zod";
import { EVIDENCE } from "../standards/evidence-ids.ts";
import { FORCES, localSchema, MODES, VERIFICATIONS } from "../standards/requirement.ts";

/** Where a requirement stands in this report. There is no grade, and no word for conformity: a law sets no number that an audit could check. */
export const STATUSES = [
  "criterion-met",
  "criterion-not-met",
  "inconclusive",
  "evidence-present",
  "gap",
  "not-assessed",
] as const;

/** Why evidence is not there. */
export const MISSING = ["not-asked", "not-estimable", "needs-attestation", "beyond-audit"] as const;

const evidenceItem = z.discriminatedUnion("state", [
  z.strictObject({
    id: z.enum(EVIDENCE),
    state: z.enum(["computed", "declared"]),
    /** Sections of the report where it stands. */
    sections: z.array(z.string()).min(1),
    /** What a criterion of the plan says of it, read from intervals. */
    criterion: z.exactOptional(z.enum(["met", "not-met", "inconclusive"])),
  }),
  z.strictObject({
    id: z.enum(EVIDENCE),
    state: z.literal("attested"),
    /** Which of the report's attestations. */
    attestations: z.array(z.number().int().min(0)).min(1),
  }),
  z.strictObject({ id: z.enum(EVIDENCE), state: z.literal("missing"), why: z.enum(MISSING) }),
]);

/** One requirement and what this report has for it. The status follows from the evidence by rule; nobody types it. */
export const evidenceRowSchema = z.strictObject({
  id: z.string(),
  standard: z.string(),
  clause: localSchema,
  title: localSchema,
  owes: z.enum(["provider", "deployer", "both"]),
  mode: z.enum(MODES),
  verification: z.enum(VERIFICATIONS).exclude(["U"]),
  /** From when it applies to the declared route; absent where it is in force or dates do not matter. */
  appliesFrom: z.exactOptional(z.string()),
  draft: z.exactOptional(z.literal(true)),
  status: z.enum(STATUSES),
  evidence: z.array(evidenceItem).min(1),
  /** Attestations to the requirement itself. */
  attestations: z.array(z.number().int().min(0)),
});

export const evidenceSchema = z.strictObject({
  /** When the sources of the list were read. */
  prepared: z.iso.date(),
  standards: z.array(
    z.strictObject({ id: z.string(), name: localSchema, edition: localSchema, force: z.enum(FORCES) }),
  ),
  rows: z.array(evidenceRowSchema),
  /** Requirements that the declared route or role leaves out. */
  notApplicable: z.array(z.string()),
  /** Requirements whose text nobody has read in a source: left out, by rule. */
  notVerified: z.array(z.string()),
});
