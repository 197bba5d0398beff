export { type Audit, type AuditOptions, audit } from "./audit.ts";
export { VERSION } from "./version.ts";
