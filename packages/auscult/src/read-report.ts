import { readFile } from "node:fs/promises";
import { AuditError } from "@auscult/core";
import { type AuditReport, parseReport } from "@auscult/report";

/** A report.json on disk, checked. Throws `AuditError` where it is not there or is no report of this version. */
export async function readReport(file: string): Promise<AuditReport> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    const missing = error.code === "ENOENT";
    throw new AuditError([
      {
        code: missing ? "FILE_MISSING" : "FILE_UNREADABLE",
        where: { file },
        what: missing ? "the report does not exist" : `the report cannot be read (${error.code ?? error.message})`,
        remedy: "Name the report.json of an audit.",
      },
    ]);
  });
  return parseReport(text, file);
}
