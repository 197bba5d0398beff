export type { AuditPlan } from "@auscult/core";
