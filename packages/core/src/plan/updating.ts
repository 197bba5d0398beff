import { z } from "zod";
import { covariates, reason } from "./parts.ts";

const share = z.number().gt(0).lt(1);

/** What a recalibration, or another threshold, would do here (methods H8, H10). */
export const updating = z.strictObject({
  predictors: covariates
    .optional()
    .describe("The model's inputs, where they are at hand: refitting the model on them is then tested as well."),
  threshold: share
    .optional()
    .describe("The vendor's threshold on the risk that is to be carried over; without it no threshold is."),
  keep: z
    .strictObject({
      alertRate: share.optional().describe("Share of patients flagged that is to be kept: the capacity."),
      sensitivity: share.optional().describe("Sensitivity that is to be kept: safety."),
      netBenefit: z.number().optional().describe("Net benefit at the threshold that is to be kept."),
    })
    .default({})
    .describe(
      "What the vendor's threshold gave where it was set; where absent, as claimed at the same threshold under claims.",
    ),
  reason,
});
