import { type AuditReport, FORMATS, render } from "@auscult/report";
import type { OutputFile } from "./write-folder.ts";

/** A report in every format, as the files of its folder. */
export async function outputs(report: AuditReport): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const format of FORMATS) files.push(...(await render(report, format)).files);
  return files;
}
