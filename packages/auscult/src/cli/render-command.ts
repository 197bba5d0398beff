import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AuditError } from "@auscult/core";
import { parseReport } from "@auscult/report";
import { outputChoice, outputs, topNames } from "../outputs.ts";
import { writeFolder } from "../write-folder.ts";
import { progress } from "./progress.ts";
import type { ExitCode } from "./run.ts";

/** `auscult render REPORT.json`: every format again, from the report alone. */
export async function renderCommand(
  file: string,
  flags: { readonly out?: string; readonly quiet?: boolean; readonly format?: string; readonly language?: string },
): Promise<ExitCode> {
  const choice = outputChoice({ formats: ["html", "json"], languages: ["en"] }, flags);
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
  const folder = resolve(flags.out ?? `${dirname(resolve(file))}-rendered`);
  const told = progress(flags.quiet === true);
  const files = await outputs(parseReport(text, file), choice, (step) => told.step(step));
  await writeFolder(folder, files);
  told.done(`rendered ${file}`);
  for (const name of topNames(files)) process.stdout.write(`${join(folder, name)}\n`);
  return 0;
}
