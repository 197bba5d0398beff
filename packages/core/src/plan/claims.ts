import { z } from "zod";
import { levelText, reason, shortName } from "./parts.ts";

const value = z
  .union([
    z.number(),
    z
      .strictObject({ from: z.number(), to: z.number() })
      .describe("A range that was published: its worse end is tested."),
  ])
  .describe("The value claimed, on the metric's scale: a share as 0.83, not 83.");

const interval = z
  .strictObject({
    low: z.number(),
    high: z.number(),
    level: z.number().gt(0.5).lt(1).default(0.95).describe("Confidence level of the interval that was published."),
  })
  .describe("The interval that was published with the value.");

const sample = z
  .strictObject({ n: z.number().int().positive(), events: z.number().int().min(0) })
  .describe("How many patients, and events among them, the claim rests on; where no interval was published.");

const counts = z
  .strictObject({
    truePositives: z.number().int().min(0),
    falsePositives: z.number().int().min(0),
    falseNegatives: z.number().int().min(0),
    trueNegatives: z.number().int().min(0),
  })
  .describe("The 2 × 2 table that was published; the value, and its interval, are then made from it.");

const validation = z.strictObject({
  site: z.string().min(1),
  value: z.number(),
  interval: z.strictObject({
    low: z.number(),
    high: z.number(),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
});

const margin = z.union([
  z.strictObject({
    difference: z.number().positive().describe("How far the local value may fall short of the claim."),
    reason,
  }),
  z.strictObject({
    ratio: z
      .tuple([z.number().positive(), z.number().positive()])
      .describe("Smallest and largest ratio of the local value to the claim that are accepted, e.g. [0.8, 1.25]."),
    reason,
  }),
]);

/** What a vendor, or a publication, says of the model (methods H4): tested by non-inferiority to claim less margin. */
export const claim = z.strictObject({
  id: shortName,
  metric: z.string().describe("Id of the metric claimed."),
  threshold: z.number().optional().describe("For a metric that needs one; on the score as turned by its direction."),
  value: value.optional(),
  counts: counts.optional(),
  interval: interval.optional(),
  sample: sample.optional(),
  validations: z
    .array(validation)
    .min(3)
    .optional()
    .describe("Published results at single sites, three or more: where another such site would lie is then known."),
  population: z.string().min(1).describe("The patients of whom it was claimed, in words."),
  subgroup: z
    .strictObject({ id: shortName, level: levelText })
    .optional()
    .describe("The local subgroup that the claim is about; everybody where absent."),
  by: z.array(shortName).default([]).describe("Subgroups at whose levels the claim is tested as well."),
  margin: margin
    .optional()
    .describe("How far below the claim is still acceptable, declared before the data are read; no verdict without it."),
  source: z.string().min(1).describe("Where the claim stands: document, table, version."),
});
