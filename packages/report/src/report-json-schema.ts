import { z } from "zod";
import { auditReportSchema } from "./audit-report.ts";

/** The report's JSON Schema (draft 2020-12) as published in `docs/report.schema.json`. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(auditReportSchema) as Record<string, unknown>;
  return {
    $schema,
    title: "Auscult audit report",
    description: "Everything that an audit says. Every rendering is a view of it.",
    ...rest,
  };
}
