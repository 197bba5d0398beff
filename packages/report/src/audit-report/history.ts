import { z } from "zod";
import { numberSchema } from "./numbers.ts";
import { SUMMARY_VERDICTS } from "./statements.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().nullable();

/** A place in the plan where it is not what it was; a value as JSON, null where there is none. */
const planChangeSchema = z.strictObject({ path: z.string(), was: text, is: text });
export type PlanChange = z.output<typeof planChangeSchema>;

/** The plan as it was fixed before the outcomes were read, and where the plan that was used differs from it. */
export const lockSchema = z.strictObject({
  /** When it was locked, and whether the machine's clock or the caller gave that date. */
  locked: z.iso.datetime(),
  clock: z.enum(["machine", "declared"]),
  auscult: z.string(),
  sha256,
  deviations: z.array(planChangeSchema),
});

const about = { metric: z.string(), threshold: z.exactOptional(z.number()), subgroup: z.string() };

/** What is not as it was in the previous report. */
export const changesSchema = z.strictObject({
  previous: z.strictObject({ title: z.string(), created: z.iso.datetime(), auscult: z.string(), plan: sha256 }),
  changes: z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("plan"), ...planChangeSchema.shape }),
      z.strictObject({
        kind: z.literal("verdict"),
        ...about,
        was: z.enum(SUMMARY_VERDICTS).nullable(),
        is: z.enum(SUMMARY_VERDICTS).nullable(),
      }),
      z.strictObject({
        kind: z.literal("estimate"),
        ...about,
        was: numberSchema.nullable(),
        is: numberSchema.nullable(),
      }),
    ]),
  ),
});
export type ReportChanges = z.output<typeof changesSchema>;
