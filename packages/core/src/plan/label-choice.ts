import { z } from "zod";
import { columnName, covariates, levelText, margin, reason, shortName } from "./parts.ts";

const need = z.strictObject({
  label: shortName.describe("One of labels: a measure of what the score is used for (conditions, a biomarker)."),
  margin: margin
    .optional()
    .describe("The largest gap in it at equal score that does not matter; without it there is no verdict on it."),
  seenWithoutCare: z
    .boolean()
    .describe(
      "Whether it is recorded for those who get no care too. Diagnoses are not; they hide need of those cared for less.",
    ),
});

const threshold = z.union([
  z.strictObject({
    percentile: z.number().gt(0).lt(100).describe("Percentile of the score at which the programme acts, e.g. 97."),
    reason,
  }),
  z.strictObject({
    capacity: z.number().int().positive().describe("How many the programme takes in the cohort."),
    reason,
  }),
]);

const feature = z.strictObject({
  column: columnName,
  kind: z.enum(["numeric", "categorical"]),
  legitimacy: z
    .enum(["physiology or need", "access to care", "identity", "not declared"])
    .describe("What its tie to the group is held to be: a judgement to be defended, which no number decides."),
  reason,
});

const accuracy = z.strictObject({
  need: shortName.describe("The need, a label of 0 and 1, whose recording may err."),
  group: levelText.describe("The level of the subgroup that is compared with the reference."),
  sensitivity: z
    .tuple([z.number().gt(0).max(1), z.number().gt(0).max(1)])
    .describe("Range of sensitivities to suppose, in each group: of those in need, the share recorded."),
  specificity: z.number().gt(0).max(1).default(1).describe("Of those not in need, the share not recorded."),
  reason,
});

/** Whether the outcome that the score was made from stands in for the need that it is used for (methods F). */
export const labelChoice = z.strictObject({
  label: shortName.describe("The operational label: the one of labels that the score was made to predict (cost)."),
  margin: margin
    .optional()
    .describe(
      "The largest gap in the label at equal score that does not matter. A ratio compares means, a difference amounts.",
    ),
  needs: z.array(need).min(1).describe("Two or more, one of them recorded whether or not a patient gets care."),
  by: shortName.describe("Id of the subgroup whose levels are compared, with its reference."),
  thresholds: z.array(threshold).min(1),
  percentileColumn: columnName
    .optional()
    .describe("The programme's own percentile of each row, 0 to 100; where absent it is made from the score."),
  alternatives: z.array(shortName).default([]).describe("Other scores the programme could use, as ids of labels."),
  severity: covariates
    .optional()
    .describe("Measurements of severity at which the label is compared besides (cost at equal severity)."),
  features: z.array(feature).default([]).describe("Features of the model to be tested as stand-ins for the group."),
  accuracy: z.array(accuracy).default([]).describe("Suppositions on how well need is recorded, for tipping points."),
  bins: z.number().int().min(2).max(100).default(20).describe("Bands of equally many rows in the label-choice curve."),
  replicates: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(1000)
    .describe("Bootstrap replicates for the intervals of places and exchanges; 0 for none, otherwise 200 or more."),
  legacySwapLoop: z
    .boolean()
    .default(false)
    .describe("Also run the swap loop as published in 2019, faulty, to reproduce the printed figure."),
});
