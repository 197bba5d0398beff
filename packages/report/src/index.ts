export { type AuditReport, auditReportSchema, REPORT_VERSION } from "./audit-report.ts";
export { compose } from "./compose.ts";
export type { ComposeInput, Finding, ResolvedThreshold, SubgroupFacts } from "./compose/input.ts";
export type { RenderedFile } from "./format.ts";
export { parseReport } from "./parse-report.ts";
export { FORMATS, LANGUAGES, render } from "./render.ts";
export { reportJsonSchema } from "./report-json-schema.ts";
export { attestable } from "./standards/attestable.ts";
