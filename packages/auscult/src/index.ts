export { type Audit, type AuditOptions, audit } from "./audit.ts";
export { publicReport } from "./public-report.ts";
export { VERSION } from "./version.ts";
