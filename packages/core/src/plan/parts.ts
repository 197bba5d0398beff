import { z } from "zod";

export const reason = z.string().min(1).describe("Why, in a sentence; printed in the report.");
export const columnName = z.string().min(1).describe("A column's name exactly as it stands in the data.");
export const levelText = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .describe("A level as it stands in the data, compared as text.");
export const shortName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/);

export const margin = z.union([
  z.strictObject({
    difference: z.number().positive().describe("Largest difference, either way, that does not matter."),
    reason,
  }),
  z.strictObject({
    ratio: z
      .tuple([z.number().positive(), z.number().positive()])
      .describe("Smallest and largest ratio that do not matter, e.g. [0.8, 1.25]."),
    reason,
  }),
]);

/** Columns beside the plan's own, by how they are to be read. */
export const covariates = z.strictObject({
  numeric: z.array(columnName).default([]).describe("Columns whose numbers mean amounts."),
  categorical: z.array(columnName).default([]).describe("Columns whose values are levels."),
});

/** A person who answers for something, by name. */
export const person = {
  name: z.string().min(1),
  role: z.string().min(1).describe("Position or profession."),
};
