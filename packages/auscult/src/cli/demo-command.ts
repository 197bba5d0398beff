import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { AuditError } from "@auscult/core";
import { FORMATS, LANGUAGES } from "@auscult/report";
import { audit } from "../audit.ts";
import { deliver } from "../deliver.ts";
import { outputs, topNames } from "../outputs.ts";
import { clock, clockGiven } from "./audit-command.ts";
import { progress } from "./progress.ts";
import type { ExitCode } from "./run.ts";

const DEMOS = ["cost-as-need", "asthma-pneumonia", "local-validation"];

/** `auscult demo`: audits the fixtures and writes a folder for each. */
export async function demoCommand(flags: { readonly out: string; readonly quiet?: boolean }): Promise<ExitCode> {
  const told = progress(flags.quiet === true);
  const fixtures = fixturesFolder();
  for (const id of DEMOS) {
    const { report } = await audit(join(fixtures, id, `${id}.audit.yaml`), {
      onStep: (step, share) => told.step(`${id}: ${step}`, share),
      ...clock(),
    });
    const folder = resolve(flags.out, id);
    const files = await outputs(report, { formats: FORMATS, languages: LANGUAGES }, (step, share) =>
      told.step(`${id}: ${step}`, share),
    );
    const written = await deliver(report, files, { folder, clock: clockGiven() });
    told.done(report.title);
    for (const name of topNames(written)) process.stdout.write(`  ${join(folder, name)}\n`);
  }
  return 0;
}

/** Beside the package when installed, at the top of the repository when developed. */
function fixturesFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = [join(here, "..", "..", "fixtures"), join(here, "..", "..", "..", "..", "fixtures")];
  const found = places.find((place) => existsSync(join(place, DEMOS[0]!)));
  if (found !== undefined) return found;
  throw new AuditError([
    {
      code: "FILE_MISSING",
      where: { file: places[0]! },
      what: "the fixtures that the demo audits are not there",
      remedy: "Install the package again, or run this from a clone of the repository.",
    },
  ]);
}
