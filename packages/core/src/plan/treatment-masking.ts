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
