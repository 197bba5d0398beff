import { dirname, join, resolve } from "node:path";
import { outputChoice, outputs, topNames } from "../outputs.ts";
import { readReport } from "../read-report.ts";
import { writeFolder } from "../write-folder.ts";
import { progress } from "./progress.ts";
import type { ExitCode } from "./run.ts";

/** `auscult render REPORT.json`: every format again, from the report alone. */
export async function renderCommand(
  file: string,
  flags: { readonly out?: string; readonly quiet?: boolean; readonly format?: string; readonly language?: string },
): Promise<ExitCode> {
  const choice = outputChoice({ formats: ["html", "json"], languages: ["en"] }, flags);
  const report = await readReport(file);
  const folder = resolve(flags.out ?? `${dirname(resolve(file))}-rendered`);
  const told = progress(flags.quiet === true);
  const files = await outputs(report, choice, (step, share) => told.step(step, share));
  await writeFolder(folder, files);
  told.done(`rendered ${file}`);
  for (const name of topNames(files)) process.stdout.write(`${join(folder, name)}\n`);
  return 0;
}
