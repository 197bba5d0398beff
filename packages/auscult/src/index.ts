export { type Audit, type AuditOptions, audit, type PlanOfFrame } from "./audit.ts";
export { type Display, JUPYTER } from "./notebook/display.ts";
export type { Asked, Notebook } from "./notebook/notebook.ts";
export { publicReport } from "./public-report.ts";
export { VERSION } from "./version.ts";
