import { z } from "zod";
import { columnName, levelText, reason } from "./parts.ts";

export const MODEL_KINDS = [
  "coefficients",
  "ebm",
  "tfjs-layers",
  "tfjs-graph",
  "saved-model",
  "onnx",
  "command",
] as const;

const missing = z
  .union([z.enum(["no-score", "to-model"]), z.strictObject({ fill: z.union([z.number(), z.string(), z.boolean()]) })])
  .default("no-score")
  .describe(
    "A row without the value: no-score gives it no score; to-model hands the gap over (NaN, or an empty text); fill puts a value there first.",
  );

const input = z.strictObject({
  column: columnName,
  name: z.string().min(1).optional().describe("What the model calls it; the column's name where absent."),
  kind: z.enum(["numeric", "categorical"]),
  unit: z.string().min(1).optional().describe("The unit that the model takes, for the report."),
  minus: z.number().optional().describe("The model is given (value - minus) / over: units, standardised values."),
  over: z.number().optional().describe("See minus."),
  codes: z
    .record(z.string(), z.number())
    .optional()
    .describe("The number that the model takes for each level, e.g. { female: 0, male: 1 }."),
  oneHot: z
    .array(levelText)
    .min(1)
    .optional()
    .describe(
      "Levels that become one number each, 1 or 0, in this order. A level left out would be all zeros: list it in rest.",
    ),
  rest: z.array(levelText).optional().describe("Levels that are all zeros in oneHot: the model's reference level."),
  tensor: z.string().min(1).optional().describe("For a model of several inputs: which of them it belongs to."),
  missing,
});

/** A model that gives the scores, or is asked what it would have given. */
export const scoreModel = z.strictObject({
  kind: z.enum(MODEL_KINDS),
  file: z
    .string()
    .min(1)
    .optional()
    .describe("The model's file (model.json, *.onnx, *.json) or folder (saved-model), relative to the plan."),
  command: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe(
      "For kind command: the program and its arguments. It reads rows on stdin and writes a score a line on stdout. No shell; run in the plan's folder.",
    ),
  rowsAs: z.enum(["ndjson", "csv"]).default("ndjson").describe("For kind command: how rows are written to it."),
  inputs: z.array(input).min(1).describe("What the model takes, in its order."),
  output: z
    .strictObject({
      name: z.string().min(1).optional().describe("Which output, where the model has several."),
      column: z
        .number()
        .int()
        .min(0)
        .optional()
        .describe("Which number of the output's row, from 0; needed where it has several, for none is guessed."),
      link: z
        .enum(["identity", "logistic"])
        .default("identity")
        .describe("logistic: the model gives log odds, of which the probability is taken."),
    })
    .prefault({}),
  backend: z
    .enum(["auto", "native", "wasm", "cpu"])
    .default("auto")
    .describe(
      "For TensorFlow.js: auto takes the first that is installed of native, wasm, cpu. Recorded in the report.",
    ),
  batch: z.number().int().min(1).max(1_000_000).default(4096).describe("Rows given to the model at once."),
  timeoutSeconds: z.number().positive().max(86_400).default(600).describe("For one pass over the rows."),
  reference: z
    .strictObject({
      column: columnName.describe("The vendor's own predictions of the same rows."),
      tolerance: z.number().positive().describe("Largest difference that is only rounding."),
      reason,
    })
    .optional()
    .describe("Whether the model as run here gives what its vendor says it gives."),
});
