import type { AuditReport } from "./audit-report.ts";

/** The report as the text of its file: the same wherever it stands. */
export function reportJson(report: AuditReport): string {
  return `${JSON.stringify(report, null, 1)}\n`;
}
