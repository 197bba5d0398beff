import { identificationSchema, volumeSchema } from "@auscult/core";
import { z } from "zod";
import { happenedSchema, outcomeSchema } from "./outcome.ts";
import { countSchema } from "./numbers.ts";

const count = z.number().min(0);
const share = z.number().min(0).max(1);

/** The plan as it was used, and what of it the report speaks of. */
export const planFactsSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The plan with every default filled in, for whoever wants to run it again. */
  content: z.record(z.string(), z.unknown()),
});

export const studySchema = z.strictObject({
  model: z.strictObject({
    name: z.string(),
    version: z.string(),
    manufacturer: z.exactOptional(z.string()),
    intendedPurpose: z.string(),
  }),
  identification: identificationSchema.optional(),
  volume: volumeSchema.optional(),
  /** Absent where the outcome names the predictions: of an amount, or of each class. */
  score: z.exactOptional(
    z.strictObject({
      column: z.string(),
      kind: z.enum(["probability", "ordinal"]),
      direction: z.enum(["higher-is-riskier", "lower-is-riskier"]),
    }),
  ),
  outcome: outcomeSchema,
  unitOfAnalysis: z.strictObject({
    unit: z.enum(["prediction", "patient", "admission"]),
    take: z.enum(["all", "first", "last", "highest"]),
    by: z.exactOptional(z.string()),
    orderBy: z.exactOptional(z.string()),
  }),
  /** Absent where the plan names no patient identifier: whether patients repeat is then not known. */
  patients: z.exactOptional(z.strictObject({ distinct: countSchema, repeated: z.boolean() })),
  weighted: z.boolean(),
  primary: z.strictObject({ metric: z.string(), threshold: z.exactOptional(z.number()), reason: z.string() }),
  margins: z.array(
    z.strictObject({
      metric: z.string(),
      scale: z.enum(["difference", "ratio"]),
      low: z.number(),
      high: z.number(),
      reason: z.string(),
    }),
  ),
  thresholds: z.array(
    z.strictObject({
      /** Flagged means score >= value. */
      value: z.number(),
      how: z.enum(["at", "topFraction", "capacity"]),
      /** The fraction or the capacity that was asked for. */
      requested: z.exactOptional(z.number()),
      /** Rows flagged at it, where it was resolved from the data. */
      flagged: z.exactOptional(count),
      reason: z.string(),
    }),
  ),
  /** The part of the ROC curve that was declared to matter. */
  partialArea: z.exactOptional(
    z.strictObject({ of: z.enum(["falsePositiveRate", "sensitivity"]), limit: share, reason: z.string() }),
  ),
  utility: z.exactOptional(z.strictObject({ low: z.number(), high: z.number(), reason: z.string() })),
  policy: z.strictObject({
    level: z.number().gt(0).lt(1),
    multiplicity: z.enum(["holm", "dunnett", "none"]),
    minimumEvents: count,
    assumeIndependentRows: z.exactOptional(z.string()),
    seed: z.number(),
    bootstrap: z.strictObject({ replicates: count }),
  }),
});

/** An attribute, or the intersection of two, and the subgroups that it parts the cohort into, in the order to show. */
export const attributeSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** The attributes crossed, where this is an intersection. */
  crosses: z.exactOptional(z.array(z.string()).min(2)),
  reference: z.exactOptional(z.strictObject({ level: z.string(), reason: z.string() })),
  subgroups: z.array(z.string()),
});

/** One subgroup's rows, accounted for. `rows = n + rows without a score, an outcome or both`. */
export const subgroupSchema = z.strictObject({
  id: z.string(),
  /** Levels that define it; empty for everybody. */
  of: z.array(z.strictObject({ attribute: z.string(), label: z.string(), level: z.string() })),
  rows: countSchema,
  /** Of all rows in the cohort. */
  share: share.nullable(),
  /** Rows with a score and a known outcome: what performance is computed from. */
  n: countSchema,
  events: countSchema,
  prevalence: share.nullable(),
  missingScore: countSchema,
  missingScoreShare: share.nullable(),
  missingOutcome: countSchema,
  missingOutcomeShare: share.nullable(),
  /** What happened, where the outcome is not binary. */
  happened: z.exactOptional(happenedSchema),
});

export const provenanceSchema = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z.exactOptional(count),
      rows: z.exactOptional(count),
      format: z.exactOptional(z.string()),
    }),
  ),
  /** What computed it: node, engines, operating system. */
  versions: z.array(z.strictObject({ name: z.string(), version: z.string() })),
});

export const ledgerSchema = z.strictObject({
  sources: z.array(z.strictObject({ file: z.string(), rows: countSchema })),
  sourceRows: countSchema,
  steps: z.array(z.strictObject({ id: z.string(), label: z.string(), rows: countSchema })),
  cohortRows: countSchema,
  missingScore: countSchema,
  missingOutcome: countSchema,
  notMatured: z.exactOptional(countSchema),
  analysed: countSchema,
});
