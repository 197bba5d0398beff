import { z } from "zod";
import { claim } from "./claims.ts";
import { disclosure } from "./disclosure.ts";
import { imputation } from "./imputation.ts";
import { labelChoice } from "./label-choice.ts";
import { modelChange } from "./model-change.ts";
import { planSize } from "./plan-size.ts";
import { monitoring } from "./monitoring.ts";
import { type BinaryOutcome, outcome } from "./outcome.ts";
import { partialArea } from "./partial-area.ts";
import { columnName, levelText, margin, reason, shortName } from "./parts.ts";
import { attestation, signatory } from "./attestation.ts";
import { deployer } from "./deployer.ts";
import { identification, volume } from "./identification.ts";
import { readers } from "./readers.ts";
import { regulatory } from "./regulatory.ts";
import { report } from "./report.ts";
import { probe } from "./probe.ts";
import { scoreModel } from "./score-model.ts";
import { reference as referencePatients, targetPopulation } from "./reference.ts";
import { updating } from "./updating.ts";
import { treatmentMasking } from "./treatment-masking.ts";
import { verification } from "./verification.ts";

const csvOptions = z.strictObject({
  delimiter: z.string().length(1).optional().describe("Sniffed where absent: comma, semicolon, tab or pipe."),
  decimal: z.enum([".", ","]).optional().describe("Decimal mark; sniffed with the delimiter where absent."),
  encoding: z.enum(["utf-8", "latin-1"]).optional().describe("Sniffed where absent."),
});

const data = z.strictObject({
  source: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe(
      "A file, a list of files, or a glob, relative to the plan: CSV, Parquet, Arrow IPC, JSON or NDJSON, gzipped or not.",
    ),
  format: z
    .enum(["csv", "parquet", "arrow", "json", "ndjson"])
    .optional()
    .describe("Sniffed from content where absent."),
  csv: csvOptions.optional(),
  missing: z
    .array(z.string())
    .default(["", "NA", "NaN", "null", "NULL"])
    .describe("Texts that mean a value is missing."),
});

const model = z.strictObject({
  name: z.string().min(1),
  version: z.string().min(1).describe("Version of the model audited; quote it so that 1.10 stays 1.10."),
  manufacturer: z.string().optional(),
  intendedPurpose: z.string().min(1).describe("What the score is used for, for whom, by whom."),
});

/** What the score's column is called where a model gives the scores. */
export const MODEL_SCORE = "score of the model";

const score = z
  .strictObject({
    column: columnName.optional().describe("The column of scores. Give it, or model."),
    model: scoreModel.optional().describe("The model that gives the scores, run here. Give it, or column."),
    kind: z
      .enum(["probability", "ordinal"])
      .describe("probability: a risk in [0, 1]; ordinal: only the order means something."),
    direction: z
      .enum(["higher-is-riskier", "lower-is-riskier"])
      .describe(
        "Never guessed. lower-is-riskier: the score is turned round at once (a probability to 1 - p, any other score to its negative) and the report says so; thresholds are stated on the turned score.",
      ),
  })
  .transform((given) => ({ ...given, column: given.column ?? (given.model === undefined ? "" : MODEL_SCORE) }));

const unitOfAnalysis = z.strictObject({
  unit: z.enum(["prediction", "patient", "admission"]),
  take: z
    .enum(["all", "first", "last", "highest"])
    .describe(
      "Which prediction counts where a unit has several. first and last need orderBy; highest takes the riskiest score. Of equals, the one that comes first in the source.",
    ),
  by: columnName.optional().describe("Identifier of the unit; required unless unit is prediction."),
  orderBy: columnName
    .optional()
    .describe("Column that orders a unit's predictions in time; required for first and last."),
});

const reference = z.strictObject({
  level: levelText.describe("One of the levels; a band may be typed >=65 or 40-64."),
  reason,
});

const subgroup = z.strictObject({
  id: shortName.describe("Short name used in the report and in intersections."),
  label: z.string().optional(),
  column: columnName,
  levels: z
    .array(levelText)
    .optional()
    .describe("Levels in the order to show; a level in the data that is not listed is an error."),
  bands: z
    .array(z.number())
    .min(1)
    .optional()
    .describe(
      "Cut points of a numeric column; a band holds its lower cut, not its upper. [40, 65] gives <40, 40–64, ≥65 (completed units); [0.5, 1.5] gives <0.5, 0.5–<1.5, ≥1.5.",
    ),
  reference: reference
    .optional()
    .describe("The level compared against. Where absent, each level is compared with the rest."),
});

const threshold = z.union([
  z.strictObject({
    at: z.number().describe("Flagged means score >= at, on the score as turned by its direction."),
    reason,
  }),
  z.strictObject({
    topFraction: z.number().gt(0).lt(1).describe("The share of rows with the highest scores."),
    reason,
  }),
  z.strictObject({
    capacity: z
      .number()
      .int()
      .positive()
      .describe("How many can be acted on in the cohort; the highest scores, whole ties only."),
    reason,
  }),
]);

const policy = z.strictObject({
  level: z.number().gt(0.5).lt(1).default(0.95).describe("Confidence level of every interval and verdict."),
  multiplicity: z
    .enum(["holm", "dunnett", "none"])
    .default("holm")
    .describe(
      "Over the family: every subgroup's contrast in the primary metric. dunnett: all against one declared reference; Holm takes its place where rows are not independent.",
    ),
  minimumEvents: z
    .number()
    .int()
    .min(1)
    .default(10)
    .describe("Below it, a subgroup's estimates are flagged as few events."),
  assumeIndependentRows: z
    .strictObject({ reason })
    .optional()
    .describe("Keep intervals that assume independent rows though patient identifiers repeat. Recorded in the report."),
  seed: z
    .number()
    .int()
    .min(0)
    .default(20260101)
    .describe("Of every random number: the same plan, data and seed give the same report."),
  bootstrap: z
    .strictObject({
      replicates: z
        .number()
        .int()
        .min(200)
        .max(100_000)
        .default(1000)
        .describe(
          "Resamples for the intervals of metrics without a standard error, and simulations of what chance gives. The report states the Monte-Carlo error they leave in the limits.",
        ),
    })
    .prefault({})
    .describe("Resampling (calibration errors, partial areas)."),
});

/** The plan's schema: the one source of the published JSON Schema and of the types. Later sections are one more key here. */
export const planSchema = z.strictObject({
  auscult: z.literal(1).describe("Version of the plan format."),
  title: z.string().min(1),
  model,
  data,
  score: score
    .optional()
    .describe(
      "What the model gave, for a binary or time-to-event outcome. The other kinds name their predictions under outcome.",
    ),
  outcome,
  patient: columnName.optional().describe("Patient identifier. Hashed to blocks at once; never stored or printed."),
  weight: columnName.optional().describe("Sampling weight, greater than 0."),
  count: columnName
    .optional()
    .describe("How many equal rows each row stands for (a table of frequencies): a whole number, 0 allowed."),
  site: columnName.optional(),
  period: columnName.optional().describe("Period of each row, as text (e.g. 2026-03), for results over time."),
  labels: z
    .record(shortName, z.strictObject({ column: columnName, label: z.string().min(1), unit: z.string().optional() }))
    .optional()
    .describe("Continuous labels beside the outcome, by short name: cost, number of conditions."),
  unitOfAnalysis: unitOfAnalysis.default({ unit: "prediction", take: "all" }),
  thresholds: z.array(threshold).default([]),
  subgroups: z.array(subgroup).default([]),
  intersections: z
    .array(z.tuple([z.string(), z.string()]))
    .default([])
    .describe("Pairs of subgroup ids."),
  primary: z
    .strictObject({
      metric: z.string().describe("Id of the metric that the verdicts are about."),
      threshold: z.number().optional().describe("For a metric that needs one: one of thresholds[].at."),
      reason,
    })
    .describe("The primary metric."),
  margins: z
    .record(z.string(), margin)
    .default({})
    .describe("Metric id → the difference or ratio that does not matter clinically."),
  partialArea: partialArea
    .optional()
    .describe("The part of the ROC curve that matters, for the partial AUROC; without it there is none."),
  utility: z
    .strictObject({ thresholds: z.tuple([z.number().gt(0).lt(1), z.number().gt(0).lt(1)]), reason })
    .optional()
    .describe("Range of risk thresholds over which clinicians would act, for the decision curve."),
  imputation: imputation.optional().describe("Data completed several times: estimates are pooled by Rubin's rules."),
  verification: verification
    .optional()
    .describe("Whose outcome was verified, where it was looked for more often in those flagged."),
  labelChoice: labelChoice
    .optional()
    .describe("Does the outcome that the score predicts stand in for the need that it is used for?"),
  probe: probe.optional().describe("What does the model make of single features?"),
  treatmentMasking: treatmentMasking
    .optional()
    .describe("Does treatment hide the risk of those who are treated because of it?"),
  updating: updating
    .optional()
    .describe("What a recalibration, or another threshold, would do here. It may be a modification of the device."),
  reference: referencePatients
    .optional()
    .describe("The patients that the model was made or tested on, to compare those here with."),
  targetPopulation: targetPopulation
    .optional()
    .describe("The patients for whom the model is meant, to see whether those here are like them."),
  claims: z
    .array(claim)
    .default([])
    .describe("What the vendor or a publication says of the model, to be tested here. See auscult import-card."),
  identification: identification.optional().describe("What identifies the device, and who uses it."),
  regulatory: regulatory
    .optional()
    .describe("Route, role and market: which requirements the evidence matrix lists. Declared by a named person."),
  attestations: z
    .array(attestation)
    .default([])
    .describe("What persons vouch for, where an audit cannot measure it; never computed, always with name and date."),
  signOff: z.array(signatory).default([]).describe("Author, reviewer and approver, each with a line to sign on."),
  deployer: deployer.optional().describe("The record that a hospital keeps as deployer."),
  volume: volume.optional().describe("Rows scored in a day, for the workload."),
  planSize: planSize.optional().describe("Before the study: how many patients, and how long. See auscult plan-size."),
  modelChange: modelChange.optional().describe("Is a new version of the model no worse, and where does it differ?"),
  readers: readers.optional().describe("Readers and model on the same examinations: who finds what?"),
  monitoring: monitoring.optional().describe("Does it still hold: period by period, and patient by patient?"),
  policy: policy.prefault({}),
  disclosure: disclosure
    .optional()
    .describe(
      "Disclosure control: report.json and all that is made of it hold no small count; the whole result stays home.",
    ),
  report: report.prefault({}).describe("In which forms and languages the report is written."),
});

/** A plan as written by a person (defaults not filled). */
export type PlanInput = z.input<typeof planSchema>;
/** A plan, checked, with every default filled in. */
export type AuditPlan = z.output<typeof planSchema>;

/** A plan whose outcome happened or did not. */
export type BinaryPlan = AuditPlan & { readonly score: Score; readonly outcome: BinaryOutcome };

/** What the model gave, as the plan declares it. */
export type Score = NonNullable<AuditPlan["score"]>;

export function isBinary(plan: AuditPlan): plan is BinaryPlan {
  return plan.outcome.kind === "binary" && plan.score !== undefined;
}
