import { z } from "zod";
import { columnName, covariates, levelText, reason, shortName } from "./parts.ts";

const factor = z.strictObject({
  id: shortName.describe("Short name used in the report."),
  label: z.string().min(1).optional(),
  column: columnName,
  present: levelText.describe(
    "The level that means the patient has the factor; every other one that is not missing means not.",
  ),
  absent: levelText
    .optional()
    .describe(
      "The level that a model is given when the factor is removed; needed where the column has several others.",
    ),
  expected: z.enum(["raises-risk", "lowers-risk"]).describe("What a clinician expects of it in untreated patients."),
  declaredBy: z.string().min(1).describe("The clinician who declares it, by name and role."),
  declaredOn: z.iso.date().describe("When, e.g. 2026-01-31: before the results were seen."),
  reason,
  counterfactual: z
    .strictObject({ ifPresent: columnName, ifAbsent: columnName })
    .optional()
    .describe(
      "The model's score of each patient with the factor set, and with it removed. Made here where score.model takes the factor.",
    ),
});

const shape = z.strictObject({
  cuts: z.array(z.number()).min(1).describe("Edges between the bins, ascending; a value at an edge belongs above it."),
  scores: z.array(z.number()).min(2).describe("The term's score in each bin: one more than the cuts."),
  standardErrors: z.array(z.number().min(0)).optional().describe("Of each bin's score, e.g. from bagging."),
  weights: z.array(z.number().min(0)).optional().describe("Rows of the development data in each bin."),
});

const ordered = z.strictObject({
  id: shortName.describe("Short name used in the report."),
  label: z.string().min(1).optional(),
  column: columnName,
  bands: z
    .array(z.number())
    .min(1)
    .optional()
    .describe("Cut points of an amount; ten equally large bands where absent."),
  levels: z
    .array(levelText)
    .min(2)
    .optional()
    .describe("Levels in their order, lowest first, where the column holds levels."),
  expected: z
    .enum(["raises-risk", "lowers-risk"])
    .describe("What more of it does to untreated patients, step by step."),
  declaredBy: z.string().min(1).describe("The clinician who declares it, by name and role."),
  declaredOn: z.iso.date().describe("When, e.g. 2026-01-31: before the results were seen."),
  reason,
  shape: shape
    .optional()
    .describe(
      "The model's term as its vendor exports it; read off the model's file, or asked of the model, where absent.",
    ),
});

const negativeControl = z.strictObject({
  id: shortName.describe("Short name used in the report."),
  label: z.string().min(1).optional(),
  kind: z
    .enum(["outcome", "factor", "period"])
    .describe(
      "outcome: one that the treatment cannot change. factor: one that brings the treatment and does nothing else. period: before the care pathway existed.",
    ),
  column: columnName,
  level: levelText.describe(
    "The level that means the event happened, the factor is there, or the period is the one before.",
  ),
  of: shortName.optional().describe("For a period: the id of the declared factor that is looked at in it."),
  margin: z
    .number()
    .positive()
    .optional()
    .describe("For an outcome or a factor: the largest difference in risk that is as good as none."),
  reason,
});

/** Whether treatment hides the risk of those who are treated because of it (methods G). */
export const treatmentMasking = z.strictObject({
  treatment: z.strictObject({
    column: columnName.describe("The care pathway: who got the intensive treatment."),
    given: levelText.describe("The level that means it was given; every other one that is not missing means not."),
    label: z.string().min(1).describe("In words, e.g. intensive care."),
  }),
  covariates: covariates.describe(
    "What was recorded before treatment was decided, and by which it was decided. Nothing recorded after it.",
  ),
  factors: z.array(factor).min(1).describe("Known risk factors, each with the direction that a clinician expects."),
  ordered: z
    .array(ordered)
    .default([])
    .describe("Amounts and ordered levels of which more is expected to mean more risk (or less) at every step."),
  negativeControls: z
    .array(negativeControl)
    .default([])
    .describe("Where no masking and no effect can be: what is found there is found for another reason."),
  screen: z
    .array(
      z.strictObject({
        column: columnName,
        present: levelText,
        label: z.string().min(1).optional(),
        absent: factor.shape.absent,
        counterfactual: factor.shape.counterfactual,
      }),
    )
    .default([])
    .describe("Other factors, without an expected direction: looked at, and reported as exploratory."),
});
