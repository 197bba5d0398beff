import { AuditError } from "@auscult/core";
import { type AuditReport, auditReportSchema, REPORT_VERSION } from "./audit-report.ts";

/** The report in a `report.json`, checked; a file that is none, or of another version, is refused with what is wrong. */
export function parseReport(text: string, file: string): AuditReport {
  const read = fromJson(text, file);
  const version = typeof read === "object" && read !== null && "auscultReport" in read ? read.auscultReport : undefined;
  if (version === undefined)
    throw unreadable(
      file,
      "this is not an Auscult report: it has no auscultReport",
      "Name the report.json of an audit.",
    );
  if (version !== REPORT_VERSION)
    throw unreadable(
      file,
      `this report has format version ${JSON.stringify(version)}; this Auscult reads version ${REPORT_VERSION}`,
      "Render it with the Auscult that wrote it, or audit again.",
    );
  const parsed = auditReportSchema.safeParse(read);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw unreadable(
    file,
    `the report does not have the published shape${issue === undefined ? "" : ` at ${issue.path.join(".")}: ${issue.message}`}`,
    "It was changed after it was written, or was cut short. Audit again.",
  );
}

function fromJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(file, "this is not JSON, or it was cut short", "Name the report.json of an audit.");
  }
}

function unreadable(file: string, what: string, remedy: string): AuditError {
  return new AuditError([{ code: "REPORT_UNREADABLE", where: { file }, what, remedy }]);
}
