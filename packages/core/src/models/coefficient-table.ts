import { z } from "zod";

const transform = z
  .union([z.enum(["log", "log10", "sqrt", "square"]), z.strictObject({ power: z.number() })])
  .optional()
  .describe("Of the value, after minus and over.");

const amount = {
  input: z.string().min(1).describe("As the plan names the input."),
  minus: z.number().default(0),
  over: z.number().default(1),
  transform,
};

const linear = z.strictObject({ ...amount, coefficient: z.number() });
const levels = z.strictObject({
  input: z.string().min(1),
  levels: z
    .record(z.string(), z.number())
    .describe("What each level adds; every level the model knows, the reference at 0."),
});
const piecewise = z.strictObject({
  input: z.string().min(1),
  points: z
    .array(z.tuple([z.number(), z.number()]))
    .min(1)
    .describe("Straight lines between [value, what it adds], values ascending; level beyond the ends."),
});
const steps = z.strictObject({
  input: z.string().min(1),
  cuts: z.array(z.number()).min(1).describe("Edges between bins, ascending; a value at an edge belongs above it."),
  scores: z.array(z.number()).min(2).describe("What each bin adds: one more than the cuts."),
  standardErrors: z.array(z.number().min(0)).optional(),
  weights: z.array(z.number().min(0)).optional().describe("Rows of the development data in each bin."),
});
const spline = z.strictObject({
  ...amount,
  restrictedCubicSpline: z.strictObject({
    knots: z.array(z.number()).min(3).describe("On the transformed scale, ascending."),
    coefficients: z
      .array(z.number())
      .min(2)
      .describe(
        "Of the value, then of each basis function of Harrell's truncated power basis, divided by (last - first knot)².",
      ),
  }),
});
const product = z.strictObject({
  product: z
    .array(z.union([z.strictObject(amount), z.strictObject({ input: z.string().min(1), level: z.string() })]))
    .min(2)
    .describe("Values, or 1 for a level and 0 for the others, multiplied."),
  coefficient: z.number(),
});

const term = z.union([linear, levels, piecewise, steps, spline, product]);

/** A regression model as a table: what is added up, and how the sum becomes a score. */
export const coefficientTable = z.strictObject({
  auscultModel: z.literal("coefficients"),
  version: z.literal(1),
  link: z.enum(["logistic", "cloglog", "identity"]).describe("How the sum becomes the score."),
  intercept: z.number(),
  terms: z.array(term).min(1),
});

export type CoefficientTable = z.output<typeof coefficientTable>;
export type Term = z.output<typeof term>;
export type Amount = Pick<z.output<typeof linear>, "input" | "minus" | "over" | "transform">;
