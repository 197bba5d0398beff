import { z } from "zod";
import { numberSchema } from "./numbers.ts";
import { FINDING_VERDICTS } from "./finding.ts";

/** What an audit did not assess, and why. Closed: the report has words for each, in every language. */
const NOT_ASSESSED = [
  "NO_SUBGROUPS",
  "NO_INTERSECTIONS",
  "NO_MARGIN",
  "NO_THRESHOLDS",
  "THRESHOLDS_NOT_FOR_KIND",
  "NO_UTILITY_RANGE",
  "ORDINAL_SCORE",
  "NO_CURVE",
  "SUBGROUP_NOT_ESTIMABLE",
  "NO_PATIENT_IDENTIFIER",
  "NO_SITE",
  "NO_PERIOD",
  "NO_MONITORING",
  "ANALYSES_NOT_FOR_KIND",
  "IMPUTATIONS",
  "COMPETING_EVENTS",
  "NO_LABEL_CHOICE",
  "NO_TREATMENT_MASKING",
  "NO_CLAIM",
  "NO_ROUTE",
  "OUTCOME_VALIDITY",
  "DEVELOPMENT_DATA",
  "HUMAN_OVERSIGHT",
  "CLINICAL_EFFECT",
  "CYBERSECURITY",
] as const;
export const notAssessedSchema = z.strictObject({
  code: z.enum(NOT_ASSESSED),
  subgroups: z.exactOptional(z.array(z.string())),
  curve: z.exactOptional(z.string()),
});

/** What a reader must know to be exploratory: not fixed in the plan, or outside the family that multiplicity covers. */
const EXPLORATORY = [
  "CONTRASTS_OUTSIDE_FAMILY",
  "MULTIPLICITY_NOT_ADJUSTED",
  "METRICS_WITHOUT_MARGIN",
  "FINDINGS",
] as const;
export const exploratorySchema = z.strictObject({ code: z.enum(EXPLORATORY), count: z.number().min(1) });

/** The three kinds of headline on a declared margin, and what is said where it cannot be one of them. */
export const SUMMARY_VERDICTS = ["gap-shown", "equivalent", "inconclusive", "not-judged", "not-estimable"] as const;

const about = {
  metric: z.string(),
  threshold: z.exactOptional(z.number()),
};
const subgroups = z.array(z.string()).min(1);

/** A headline as facts; the words are made from it in each language. */
export const statementSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("overall"), ...about }),
  z.strictObject({ kind: z.literal("gap-shown"), ...about, subgroup: z.string() }),
  z.strictObject({ kind: z.literal("more-gaps-shown"), ...about, subgroups }),
  z.strictObject({ kind: z.literal("equivalent"), ...about, subgroups }),
  z.strictObject({
    kind: z.literal("inconclusive"),
    ...about,
    subgroups,
    /** Those of them whose interval excludes no difference: different, and whether it matters is open. */
    different: z.array(z.string()),
    /** The range, over these subgroups, of the smallest gap that the data could have shown. */
    detectable: z.strictObject({ least: numberSchema, most: numberSchema }).nullable(),
    scale: z.enum(["difference", "ratio"]),
  }),
  z.strictObject({ kind: z.literal("not-judged"), ...about, subgroups }),
  z.strictObject({ kind: z.literal("not-estimable"), ...about, subgroups }),
  z.strictObject({ kind: z.literal("calibration"), ...about }),
  z.strictObject({ kind: z.literal("finding"), finding: z.string(), verdict: z.enum(FINDING_VERDICTS) }),
  z.strictObject({ kind: z.literal("missing-outcome"), subgroups }),
  z.strictObject({ kind: z.literal("no-subgroups") }),
]);
