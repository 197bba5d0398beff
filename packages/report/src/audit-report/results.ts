import { FLAGS, INTERVAL_METHODS, INTERVALS_WITHHELD, REASONS, VERDICTS } from "@auscult/metrics";
import { z } from "zod";
import { countSchema, numberSchema } from "./numbers.ts";

const metricId = z.string().min(1);
const subgroupId = z.string().min(1);
const flags = z.array(z.enum(FLAGS));

export const intervalSchema = z.strictObject({
  low: numberSchema,
  high: numberSchema,
  level: z.number().gt(0).lt(1),
  method: z.enum(INTERVAL_METHODS),
});

export const estimateSchema = z.strictObject({
  metric: metricId,
  threshold: z.exactOptional(z.number()),
  subgroup: subgroupId,
  status: z.enum(["estimated", "undefined"]),
  value: numberSchema.nullable(),
  interval: intervalSchema.nullable(),
  guardedInterval: z.exactOptional(intervalSchema),
  intervalWithheld: z.exactOptional(z.enum(INTERVALS_WITHHELD)),
  resampling: z.exactOptional(
    z.strictObject({
      replicates: z.number().min(0),
      redrawn: z.number().min(0),
      monteCarloError: z.strictObject({ low: z.number().min(0), high: z.number().min(0) }),
    }),
  ),
  underPerfectCalibration: z.exactOptional(
    z.union([
      z.strictObject({ mean: z.number(), upper: z.number(), replicates: z.number().min(0) }),
      z.strictObject({ reason: z.enum(REASONS) }),
    ]),
  ),
  standardError: numberSchema.nullable(),
  n: countSchema,
  events: countSchema,
  nEffective: z.exactOptional(z.number()),
  flags,
  reason: z.exactOptional(z.enum(REASONS)),
});

export const contrastSchema = z.strictObject({
  metric: metricId,
  threshold: z.exactOptional(z.number()),
  subgroup: subgroupId,
  against: z.strictObject({
    kind: z.enum(["reference", "rest"]),
    subgroup: subgroupId,
    reason: z.exactOptional(z.string()),
  }),
  scale: z.enum(["difference", "ratio"]),
  status: z.enum(["estimated", "undefined"]),
  value: numberSchema.nullable(),
  interval: intervalSchema.nullable(),
  verdictInterval: z.exactOptional(intervalSchema),
  p: z.number().min(0).max(1).nullable(),
  standardError: z.exactOptional(z.number().min(0)),
  pAdjusted: z.exactOptional(z.number().min(0).max(1)),
  falseDiscoveryRate: z.exactOptional(
    z.number().min(0).max(1).describe("Over all contrasts outside the family: a screen, never a verdict."),
  ),
  inFamily: z.boolean(),
  margin: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  verdict: z.enum(VERDICTS),
  smallestDetectableGap: numberSchema.nullable(),
  rowsNeeded: z.exactOptional(
    z.number().min(0).describe("Rows of the subgroup that would show equivalence, were there no gap, with 80 % power."),
  ),
  reason: z.exactOptional(z.enum(REASONS)),
  flags,
});

/** A curve of one subgroup, as finished points; a chart draws them and computes nothing. */
export const curveSchema = z.strictObject({
  curve: z.string().min(1),
  subgroup: subgroupId,
  status: z.enum(["drawn", "undefined"]),
  columns: z.record(z.string(), z.array(numberSchema.nullable())),
  flags,
  reason: z.exactOptional(z.enum(REASONS)),
});

/** What a reader must know of a metric to read its number. */
export const metricFactsSchema = z.strictObject({
  id: metricId,
  name: z.string(),
  family: z.enum(["discrimination", "threshold", "calibration", "utility", "error"]),
  unit: z.enum([
    "probability",
    "proportion",
    "log-odds",
    "ratio",
    "per-patient",
    "patients",
    "score",
    "squared-probability",
    "amount",
  ]),
  range: z.tuple([numberSchema, numberSchema]),
  ideal: numberSchema.nullable(),
  better: z.enum(["higher", "lower", "towards-ideal", "neither"]),
  uninformative: z.exactOptional(z.number()),
  thresholded: z.boolean(),
  contrast: z.enum(["difference", "ratio", "none"]),
  /** False: shown for completeness, never a headline. */
  headline: z.boolean(),
  source: z.array(z.string()),
  /** Where it is of one class of the outcome against the rest: the metric itself, and the class. */
  of: z.exactOptional(z.strictObject({ metric: metricId, level: z.string() })),
});

export const curveFactsSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  x: z.string(),
  y: z.string(),
  source: z.array(z.string()),
  of: z.exactOptional(z.strictObject({ curve: z.string(), level: z.string() })),
});
