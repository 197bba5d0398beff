import { z } from "zod";
import { numberSchema } from "./numbers.ts";

const count = z.number().min(0);

/** The outcome as the plan declares it, by kind. */
export const outcomeSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("binary").optional().default("binary"),
    column: z.string(),
    description: z.string(),
    positive: z.string(),
    negative: z.exactOptional(z.array(z.string())),
    horizon: z.exactOptional(z.string()),
  }),
  z.strictObject({
    kind: z.literal("time-to-event"),
    column: z.string(),
    description: z.string(),
    time: z.string(),
    event: z.string(),
    competing: z.array(z.string()),
    censored: z.array(z.string()),
    horizon: z.strictObject({ at: z.number(), unit: z.string() }),
    /** Up to which Uno's C compares. */
    tau: z.number(),
  }),
  z.strictObject({
    kind: z.literal("continuous"),
    column: z.string(),
    description: z.string(),
    prediction: z.string(),
    unit: z.string(),
  }),
  z.strictObject({
    kind: z.literal("multi-class"),
    column: z.string(),
    description: z.string(),
    classes: z.array(z.strictObject({ level: z.string(), probability: z.string() })),
    ordered: z.boolean(),
  }),
]);

/** What happened to a subgroup's analysed rows, where the outcome is not binary; its `events` are those by the horizon. */
export const happenedSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("time-to-event"),
    /** Competing events by the horizon, and rows whose follow-up ended before it. */
    competing: count,
    censored: count,
  }),
  z.strictObject({
    kind: z.literal("continuous"),
    meanOutcome: numberSchema.nullable(),
    meanPrediction: numberSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal("multi-class"),
    /** Rows of each class, in the plan's order. */
    classes: z.array(count),
  }),
]);
