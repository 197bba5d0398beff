import { z } from "zod";
import { numberSchema } from "./numbers.ts";

const number = z.strictObject({ value: numberSchema, low: numberSchema.nullable(), high: numberSchema.nullable() });

/** What a threshold asks of those who answer its flags, in everybody or in a subgroup. */
export const workloadSchema = z.strictObject({
  threshold: z.number(),
  subgroup: z.string(),
  /** Flags in a thousand rows. */
  per1000: number,
  /** Flags in a day, where the plan says how many rows a day has. */
  perDay: z.exactOptional(number),
});
