import { z } from "zod";
import { person } from "./parts.ts";

/** What a person vouches for, where an audit of predictions and outcomes cannot measure it. */
export const attestation = z.strictObject({
  of: z
    .array(z.string().min(1))
    .min(1)
    .describe("Requirements (N88.7) or kinds of evidence (human-oversight-statement) that it speaks to."),
  statement: z.string().min(1),
  ...person,
  document: z.string().min(1).optional().describe("Where it is written down: document, revision, place."),
  date: z.iso.date(),
});

/** Who makes, reviews and approves the report; each signs in the report or with `auscult sign`. */
export const signatory = z.strictObject({
  part: z.enum(["author", "reviewer", "approver"]),
  ...person,
  organisation: z.string().min(1).optional(),
  qualification: z.string().min(1).optional(),
  independence: z
    .string()
    .min(1)
    .optional()
    .describe("Ties to the model's manufacturer or users, or that there are none."),
});
