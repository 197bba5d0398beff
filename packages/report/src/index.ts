export {
  type AuditReport,
  auditReportSchema,
  REPORT_VERSION,
  type ReportContrast,
  type ReportCurve,
  type ReportEstimate,
  type ReportFinding,
  type ReportSubgroup,
} from "./audit-report.ts";
export { planChanges, withChanges } from "./changes.ts";
export { compose, recompose } from "./compose.ts";
export type { ComposeInput, Finding, ResolvedThreshold, SubgroupFacts } from "./compose/input.ts";
export { type Explanation, explanations } from "./explanations.ts";
export { type Exhibit, exhibit, type ExhibitOf } from "./exhibit.ts";
export type { RenderedFile } from "./format.ts";
export { parseReport } from "./parse-report.ts";
export { FORMATS, LANGUAGES, render } from "./render.ts";
export { reportJsonSchema } from "./report-json-schema.ts";
export { attestable } from "./standards/attestable.ts";
export { tablesMarkdown } from "./tables-markdown.ts";
