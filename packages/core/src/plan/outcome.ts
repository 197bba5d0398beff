import { z } from "zod";
import { columnName, levelText } from "./parts.ts";

const description = z
  .string()
  .min(1)
  .describe("The outcome in words, with how it was ascertained and how long it was awaited.");

const binary = z.strictObject({
  column: columnName,
  kind: z.literal("binary").optional().default("binary"),
  positive: levelText.describe("The level that means the event happened."),
  negative: z
    .array(levelText)
    .min(1)
    .optional()
    .describe(
      "The levels that mean it did not. Where absent, every level other than positive and missing is a non-event.",
    ),
  description: z.string().min(1).describe("The outcome in words, with how it was ascertained and the horizon."),
  horizon: z.string().optional().describe('How long the outcome is awaited, e.g. "180 days".'),
});

const timeToEvent = z.strictObject({
  kind: z.literal("time-to-event"),
  column: columnName.describe("The column that says what ended each row's follow-up."),
  time: columnName.describe("The column with the time to the event or to the end of follow-up, at least 0."),
  event: levelText.describe("The level that means the event happened."),
  competing: z
    .array(levelText)
    .default([])
    .describe("Levels that mean something happened that precludes the event, such as death. Never listed as censored."),
  censored: z
    .array(levelText)
    .min(1)
    .describe("Levels that mean that follow-up ended and nothing had happened until then."),
  horizon: z
    .strictObject({
      at: z.number().positive().describe("The horizon of the predicted risk, in the unit of the time column."),
      unit: z.string().min(1).describe('The unit of the time column and of the horizon, e.g. "days".'),
    })
    .describe("By when the event is predicted. An event at the horizon itself counts."),
  tau: z
    .number()
    .positive()
    .optional()
    .describe("The time up to which Uno's C compares patients; the horizon where absent. Fixed before data are read."),
  description,
});

const continuous = z.strictObject({
  kind: z.literal("continuous"),
  column: columnName.describe("The column with the amount that was measured."),
  prediction: columnName.describe("The column with the amount that the model predicted, in the same unit."),
  unit: z.string().min(1).describe('The unit of both, e.g. "days".'),
  description,
});

const multiClass = z.strictObject({
  kind: z.literal("multi-class"),
  column: columnName.describe("The column with the class that each row turned out to be of."),
  classes: z
    .array(
      z.strictObject({
        level: levelText.describe("The class as it stands in the data."),
        probability: columnName.describe("The column with the model's probability of it, 0 to 1."),
      }),
    )
    .min(2)
    .describe("Every class, with one probability each; a row's probabilities sum to 1."),
  ordered: z
    .boolean()
    .default(false)
    .describe("Whether the classes are listed in order, so that being at or above one of them means something."),
  description,
});

/** What happened, by kind. `column` is what happened in every kind; a plan that names no kind is binary. */
export const outcome = z.discriminatedUnion("kind", [binary, timeToEvent, continuous, multiClass]);

export type Outcome = z.output<typeof outcome>;
export type OutcomeKindId = Outcome["kind"];
export type BinaryOutcome = Extract<Outcome, { kind: "binary" }>;
export type TimeToEventOutcome = Extract<Outcome, { kind: "time-to-event" }>;
export type ContinuousOutcome = Extract<Outcome, { kind: "continuous" }>;
export type MultiClassOutcome = Extract<Outcome, { kind: "multi-class" }>;
