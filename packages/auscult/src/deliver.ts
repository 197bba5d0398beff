import { basename, dirname, join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { appendRun, LOG, readLog } from "./trace/audit-log.ts";
import { sha256 } from "./trace/digest.ts";
import { manifestOf } from "./trace/manifest.ts";
import { type OutputFile, writeFolder } from "./write-folder.ts";

export interface Delivery {
  readonly folder: string;
  /** Where the run is logged: beside the folder where absent. */
  readonly log?: string;
  /** Whether the machine's clock gave the report's date, or whoever called. */
  readonly clock: "machine" | "declared";
}

/** Writes an audit's folder with its manifest, all at once, and logs the run. Returns every file written. */
export async function deliver(
  report: AuditReport,
  files: readonly OutputFile[],
  { folder, clock, log = join(dirname(folder), LOG) }: Delivery,
): Promise<readonly OutputFile[]> {
  // A log that is broken is told before anything is written.
  await readLog(log);
  const manifest = manifestOf(report, files);
  const all = [...files, manifest];
  await writeFolder(folder, all);
  await appendRun(log, {
    created: report.created,
    clock,
    auscult: report.auscult.version,
    title: report.title,
    plan: report.plan.sha256,
    inputs: report.provenance.files.map((f) => f.sha256),
    output: basename(folder),
    manifest: sha256(manifest.content),
  });
  return all;
}
