import { z } from "zod";
import { columnName, reason, shortName } from "./parts.ts";

/** What is measured, where units are known to be mixed up; a change of unit is then looked for by its own factors. */
export const ANALYTES = [
  "creatinine",
  "glucose",
  "urea",
  "cholesterol",
  "triglycerides",
  "bilirubin",
  "calcium",
  "haemoglobin",
  "lactate",
  "albumin",
  "crp",
  "phosphate",
  "magnesium",
  "urate",
  "oxygen-pressure",
  "temperature",
  "weight",
  "height",
] as const;

const feature = z.strictObject({
  column: columnName,
  kind: z.enum(["numeric", "categorical"]),
  analyte: z
    .enum(ANALYTES)
    .optional()
    .describe("What a numeric column measures: units that are often taken for each other are then looked for."),
  importance: z
    .number()
    .min(0)
    .optional()
    .describe("How much the model depends on it, on any one scale: shifts are ranked by size times importance."),
});

const share = z.number().min(0).max(1);

const table = z.strictObject({
  n: z.number().int().positive().describe("Patients behind the table."),
  numeric: z
    .record(columnName, z.strictObject({ mean: z.number(), sd: z.number().positive() }))
    .default({})
    .describe("Local column → published mean and standard deviation."),
  categorical: z
    .record(columnName, z.record(z.string(), share))
    .default({})
    .describe("Local column → published share of each level."),
  logOdds: z
    .strictObject({ mean: z.number(), sd: z.number().positive() })
    .optional()
    .describe("Published mean and standard deviation of the model's log odds (linear predictor)."),
});

const data = z.strictObject({
  source: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  format: z.enum(["csv", "parquet", "arrow", "json", "ndjson"]).optional(),
  csv: z
    .strictObject({
      delimiter: z.string().length(1).optional(),
      decimal: z.enum([".", ","]).optional(),
      encoding: z.enum(["utf-8", "latin-1"]).optional(),
    })
    .optional(),
  missing: z.array(z.string()).default(["", "NA", "NaN", "null", "NULL"]),
});

/** The patients that the model was made or tested on, to compare those here with: rows, or a published table (methods H1, H2). */
export const reference = z.strictObject({
  description: z.string().min(1).describe("Who they are, in words."),
  data: data.optional().describe("Their rows, with the same options as data."),
  columns: z
    .record(columnName, columnName)
    .default({})
    .describe("Column here → its name there, where the names differ. Also for the score and the patient."),
  score: z.boolean().default(false).describe("Their rows hold the score too: the spread of risks is compared."),
  patient: z
    .boolean()
    .default(false)
    .describe(
      "Their rows hold the patient identifier too: how many patients are in both is counted, and nothing else.",
    ),
  table: table.optional().describe("A published table instead of rows."),
  features: z.array(feature).default([]).describe("What is compared. Declared, so that the family of tests is known."),
  margin: z
    .strictObject({
      effect: z
        .number()
        .positive()
        .describe(
          "Largest shift that does not matter: mean distance in the reference's standard deviations, or for levels the share of patients who would have to change level.",
        ),
      reason,
    })
    .optional(),
});

/** The patients for whom the model is meant, by subgroup: are those here like them? */
export const targetPopulation = z.strictObject({
  description: z.string().min(1).describe("The population and the source of its figures."),
  shares: z
    .record(shortName, z.record(z.string(), share))
    .describe("Id of a subgroup → share of each level in the population."),
  margin: z
    .strictObject({ difference: z.number().gt(0).lt(1).describe("Largest difference of a share."), reason })
    .optional(),
});
