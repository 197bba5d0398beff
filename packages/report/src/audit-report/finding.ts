import { FINDING_HEADS, FINDING_KINDS, FINDING_MARKS, FINDING_RULES, REASONS } from "@auscult/metrics";
import { z } from "zod";
import { numberSchema } from "./numbers.ts";
import { labelSchema } from "./label.ts";
import { intervalSchema } from "./results.ts";

/** Verdict codes of findings (methods F7, G6, H4). A new one is a new line here, and words for it in every language. */
export const FINDING_VERDICTS = [
  "no_material_need_gap",
  "inconclusive_need_gap",
  "label_choice_bias_supported",
  "label_choice_bias_supported_proxy_overpredicted",
  "general_underprediction",
  "need_gap_proxy_inconclusive",
  "no_conflict",
  "direction_not_established",
  "conflict_not_assessable",
  "conflict_persists_after_adjustment",
  "conflict_unexplained",
  "treatment_masking_supported",
  "treatment_masking_suspected",
  "order_kept",
  "order_violated",
  "negative_control_holds",
  "negative_control_fails",
  "negative_control_inconclusive",
  "reference_reproduced",
  "reference_not_reproduced",
  "claim_met",
  "claim_not_shown",
  "claim_not_met",
  "claim_not_met_for_some",
  "no_material_shift",
  "shift_shown",
  "shift_not_settled",
  "representative",
  "not_representative",
  "representativeness_not_settled",
  "update_none",
  "update_intercept",
  "update_recalibration",
  "update_revision",
  "margin_not_declared",
  "signal_shown",
  "within_limits",
  "no_signal_inconclusive",
  "not_assessable",
  "criteria_met",
  "criteria_not_shown",
  "criteria_not_met",
  "non_inferior",
  "non_inferiority_not_shown",
  "inferior",
  "described",
  "not_estimable",
] as const;

const cell = z.union([labelSchema, numberSchema, z.null()]);

/** What an analysis beside the metrics found: a typed verdict, its numbers, and what to draw of it. */
export const findingSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(FINDING_KINDS),
  /** What it is about: a label, a factor, a feature, a claim. */
  subject: labelSchema,
  subgroup: z.exactOptional(z.string()),
  verdict: z.enum(FINDING_VERDICTS),
  reason: z.exactOptional(z.enum(REASONS)),
  /** `local`: needs rows and does not merge between hospitals; `counts`: comes from the tally alone. */
  scope: z.enum(["local", "counts"]),
  exploratory: z.boolean(),
  /** The finding for a reader who knows nothing of the method. */
  lead: z.exactOptional(z.array(z.strictObject({ head: z.enum(FINDING_HEADS), text: z.array(labelSchema) }))),
  /** What a reader must be told besides: a limit, what the verdict does not say. */
  notes: z.exactOptional(z.array(labelSchema)),
  /** How it was made: choices that were open, declared margins, procedures. */
  choices: z.exactOptional(z.array(labelSchema)),
  numbers: z.array(
    z.strictObject({
      id: z.string(),
      label: labelSchema,
      unit: z.enum(["probability", "proportion", "log-odds", "ratio", "count", "number", "p"]),
      value: numberSchema.nullable(),
      interval: intervalSchema.nullable(),
      reason: z.exactOptional(z.enum(REASONS)),
    }),
  ),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      caption: labelSchema,
      scope: z.exactOptional(z.literal("counts").describe("Made from the tally alone.")),
      columns: z.array(
        z.strictObject({
          id: z.string(),
          label: labelSchema,
          unit: z.enum(["text", "probability", "proportion", "log-odds", "ratio", "count", "number", "p"]),
        }),
      ),
      rows: z.array(z.array(cell)),
    }),
  ),
  /** Its tables drawn: the columns of the x axis, of the y axis and of the interval, and those that part the rows. */
  charts: z.array(
    z.strictObject({
      id: z.string(),
      title: labelSchema,
      table: z.string(),
      mark: z.exactOptional(z.enum(FINDING_MARKS).describe("Lines where absent.")),
      x: z.string(),
      y: z.string(),
      low: z.exactOptional(z.string()),
      high: z.exactOptional(z.string()),
      series: z.exactOptional(z.string()),
      facet: z.exactOptional(z.string().describe("Of bars and intervals: rows are grouped under this column's words.")),
      value: z.exactOptional(z.string().describe("Of tiles: the column with the number of each.")),
      centre: z.exactOptional(z.number().describe("Of tiles: the value without colour; 0 where absent.")),
      boundary: z.exactOptional(labelSchema),
      log: z.exactOptional(z.boolean()),
      rules: z.exactOptional(
        z.array(
          z.strictObject({
            axis: z.enum(["x", "y"]),
            at: z.union([z.number(), z.string()]),
            kind: z.enum(FINDING_RULES),
            label: labelSchema,
          }),
        ),
      ),
    }),
  ),
  source: z.array(z.string()),
});
