import { rmSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AuditReport } from "@auscult/report";
import { orUndone } from "./or-undone.ts";
import { fileProblem } from "./trace/problem.ts";

/** Name of the whole result: another than the public report's, so that the two are not mistaken for each other. */
const WHOLE = "full-result.json";

/** Writes the whole result into a folder of its own beside the output folder: it stays where the patients' data are. */
export async function writeWhole(report: AuditReport, folder: string): Promise<string> {
  const own = `${folder}-internal`;
  const file = join(own, WHOLE);
  try {
    await mkdir(own, { recursive: true });
    await orUndone(
      () => rmSync(`${file}.part`, { force: true }),
      async () => {
        await writeFile(`${file}.part`, `${JSON.stringify(report, null, 1)}\n`, { mode: 0o600 });
        await rename(`${file}.part`, file);
      },
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw fileProblem(
      "OUTPUT_UNWRITABLE",
      file,
      `the whole result cannot be written: ${why}`,
      "Make its folder writable.",
    );
  }
  return file;
}
