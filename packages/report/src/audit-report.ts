import { attestationSchema, deployerSchema, regulatorySchema, signatorySchema } from "@auscult/core";
import { z } from "zod";
import { evidenceSchema } from "./audit-report/evidence.ts";
import { disclosureSchema } from "./audit-report/disclosure.ts";
import { changesSchema, lockSchema } from "./audit-report/history.ts";
import { findingSchema } from "./audit-report/finding.ts";
import {
  contrastSchema,
  curveFactsSchema,
  curveSchema,
  estimateSchema,
  metricFactsSchema,
} from "./audit-report/results.ts";
import { exploratorySchema, notAssessedSchema, statementSchema, SUMMARY_VERDICTS } from "./audit-report/statements.ts";
import { workloadSchema } from "./audit-report/workload.ts";
import {
  attributeSchema,
  ledgerSchema,
  planFactsSchema,
  provenanceSchema,
  studySchema,
  subgroupSchema,
} from "./audit-report/study.ts";

/** The version of the report's JSON. It changes when a reader of the old one would misread the new one. */
export const REPORT_VERSION = 1;

/** The product: every figure, table and sentence of every rendering comes from it, and from nothing else. */
export const auditReportSchema = z.strictObject({
  auscultReport: z.literal(REPORT_VERSION).describe("Version of the report format."),
  title: z.string(),
  created: z.iso.datetime().describe("When, in UTC; an input of the audit, so that a run can be repeated."),
  auscult: z.strictObject({ version: z.string() }),
  plan: planFactsSchema,
  study: studySchema,
  provenance: provenanceSchema,
  ledger: ledgerSchema,
  attributes: z.array(attributeSchema),
  subgroups: z.array(subgroupSchema),
  metrics: z.array(metricFactsSchema).describe("What each metric id in this report means."),
  curveKinds: z.array(curveFactsSchema).describe("What each curve id in this report means."),
  estimates: z.array(estimateSchema),
  contrasts: z.array(
    contrastSchema.extend({
      summary: z.enum(SUMMARY_VERDICTS).describe("The verdict as headlines say it, multiplicity included."),
    }),
  ),
  curves: z.array(curveSchema),
  findings: z.array(findingSchema),
  workload: z.array(workloadSchema).describe("Flags per thousand rows and by the day, at each threshold."),
  regulatory: regulatorySchema.optional().describe("Route, role and markets, as a named person declares them."),
  attestations: z.array(attestationSchema).describe("What persons vouch for; nothing here was measured."),
  signOff: z.array(signatorySchema),
  deployer: deployerSchema.optional().describe("The deployer's record, as stated in the plan."),
  family: z
    .strictObject({
      metric: z.string(),
      threshold: z.exactOptional(z.number()),
      contrasts: z.number().min(0).describe("Contrasts that were tested as one family."),
      per: z.enum(["attribute", "audit"]).describe("One family for each attribute, or one for the whole audit."),
      multiplicity: z.enum(["holm", "dunnett", "none"]),
    })
    .describe("What the verdicts are about and over how many comparisons they were adjusted."),
  statements: z.array(statementSchema).describe("The headlines, as facts."),
  notAssessed: z.array(notAssessedSchema),
  evidence: evidenceSchema.describe("Requirements, and what this report has for each. No grade."),
  exploratory: z.array(exploratorySchema),
  lock: lockSchema.optional().describe("The plan as it was locked; absent where it was not."),
  changes: changesSchema.optional().describe("What changed since the previous report, where one was named."),
  disclosure: disclosureSchema
    .optional()
    .describe("What disclosure control withheld; absent where the report is whole."),
});
export type AuditReport = z.output<typeof auditReportSchema>;

export type ReportEstimate = AuditReport["estimates"][number];
export type ReportContrast = AuditReport["contrasts"][number];
export type ReportCurve = AuditReport["curves"][number];
export type ReportFinding = AuditReport["findings"][number];
export type ReportMetric = AuditReport["metrics"][number];
export type ReportSubgroup = AuditReport["subgroups"][number];
export type ReportAttribute = AuditReport["attributes"][number];
export type Statement = AuditReport["statements"][number];
export type SummaryVerdict = ReportContrast["summary"];
