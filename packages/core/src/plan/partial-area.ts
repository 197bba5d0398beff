import { z } from "zod";
import { reason } from "./parts.ts";

/** The part of the ROC curve where the score would be used, declared before the curve is seen. */
export const partialArea = z.union([
  z.strictObject({
    falsePositiveRate: z
      .number()
      .gt(0)
      .lt(1)
      .describe("The largest false positive rate that could be afforded: the area from 0 to it."),
    reason,
  }),
  z.strictObject({
    sensitivity: z
      .number()
      .gt(0)
      .lt(1)
      .describe("The smallest sensitivity that would be accepted: the area from it to 1."),
    reason,
  }),
]);
