import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { type AuditReport, parseReport, withChanges } from "@auscult/report";
import { audit } from "../audit.ts";
import { readNamed } from "../trace/read-file.ts";
import { deliver, type Delivery } from "../deliver.ts";
import { criteria, met } from "../criteria.ts";
import { appendRelease, readLedger, refuseDifferences, releaseOf } from "../disclosure/release-ledger.ts";
import { ruleOf } from "../disclosure/rule.ts";
import { publicReport } from "../public-report.ts";
import { writeWhole } from "../write-whole.ts";
import { toldToChoose } from "../init/to-choose.ts";
import { outputChoice, outputs, topNames } from "../outputs.ts";
import { cautions } from "./cautions.ts";
import { progress } from "./progress.ts";
import type { ExitCode } from "./run.ts";

interface AuditFlags {
  readonly out?: string;
  readonly strict?: boolean;
  readonly allowInconclusive?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly previous?: string;
  readonly format?: string;
  readonly language?: string;
}

/** `auscult audit PLAN -o DIR`. */
export async function auditCommand(plan: string, flags: AuditFlags): Promise<ExitCode> {
  const told = progress(flags.quiet === true);
  const folder = resolve(
    flags.out ?? join(dirname(plan), `${basename(plan).replace(/(\.audit)?\.(ya?ml|json)$/, "")}-report`),
  );
  outputChoice({ formats: [], languages: [] }, flags);
  const previous = flags.previous === undefined ? undefined : await readPrevious(flags.previous);
  const audited = await audit(plan, {
    onStep: (step, share) => told.step(step, share),
    ...clock(),
    ...(flags.previous === undefined ? {} : { previous: flags.previous }),
  });
  const { plan: checked } = audited;
  const report = previous === undefined ? publicReport(audited) : withChanges(publicReport(audited), previous);
  const rule = ruleOf(checked.disclosure);
  const ledger = rule === undefined ? undefined : checked.disclosure?.ledger;
  const ledgerFile = ledger === undefined ? undefined : resolve(dirname(plan), ledger);
  if (rule !== undefined && ledgerFile !== undefined)
    refuseDifferences(releaseOf(report), await readLedger(ledgerFile), rule.minimum, ledgerFile);
  const files = await outputs(report, outputChoice(audited.plan.report, flags), (step, share) =>
    told.step(step, share),
  );
  const { log } = audited.plan.report;
  const written = await deliver(report, files, {
    folder,
    clock: clockGiven(),
    ...(log === undefined ? {} : { log: resolve(dirname(plan), log) }),
  });
  if (ledgerFile !== undefined) await appendRelease(ledgerFile, releaseOf(report));
  const whole = rule === undefined ? undefined : await writeWhole(audited.report, folder);
  const outcome = criteria(audited.report);
  told.done(`${report.title}: ${audited.report.ledger.analysed} rows analysed, ${report.subgroups.length} subgroups`);
  for (const caution of cautions(audited)) process.stderr.write(`auscult: ${caution}\n`);
  const open = toldToChoose(await readFile(plan, "utf8"));
  if (open !== undefined) process.stderr.write(`auscult: ${plan}: ${open}\n`);
  if (flags.json === true) {
    const result = {
      folder,
      files: written.map(({ name }) => name),
      plan: report.plan.sha256,
      criteria: outcome,
      ...(whole === undefined ? {} : { whole }),
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  } else for (const name of topNames(written)) process.stdout.write(`${join(folder, name)}\n`);
  if (whole !== undefined) process.stderr.write(`auscult: the whole result, which stays here, is in ${whole}\n`);
  return flags.strict === true && !met(outcome, flags.allowInconclusive === true) ? 1 : 0;
}

async function readPrevious(file: string): Promise<AuditReport> {
  const text = await readNamed(file, "the previous report", "Name the report.json of an earlier audit.");
  return parseReport(text.toString("utf8"), file);
}

/** The clock is an input: SOURCE_DATE_EPOCH (seconds), as reproducible builds have it, fixes the report's date. */
export function clock(): { now?: string } {
  const seconds = process.env["SOURCE_DATE_EPOCH"];
  return seconds !== undefined && /^\d+$/.test(seconds) ? { now: new Date(Number(seconds) * 1000).toISOString() } : {};
}

/** Who gave the report its date. */
export function clockGiven(): Delivery["clock"] {
  return "now" in clock() ? "declared" : "machine";
}
