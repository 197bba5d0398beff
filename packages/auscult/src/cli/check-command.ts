import { dirname } from "node:path";
import { loadPlan } from "@auscult/core";
import { checkAttestations } from "../check-attestations.ts";
import { checkMetrics } from "../check-metrics.ts";
import { toldToChoose } from "../init/to-choose.ts";
import { readCohort } from "../read-cohort.ts";
import type { ExitCode } from "./run.ts";

/** `auscult check PLAN`: the plan, then the data in their roles; nothing is estimated and nothing written. */
export async function checkCommand(path: string, flags: { readonly json?: boolean }): Promise<ExitCode> {
  const loaded = await loadPlan(path);
  checkMetrics(loaded.plan, loaded.path);
  checkAttestations(loaded.plan, loaded.path);
  const { cohort, model } = await readCohort(loaded.plan, dirname(loaded.path));
  await model?.open.close();
  const { ledger, attributes } = cohort;
  const open = toldToChoose(loaded.text);
  if (open !== undefined) process.stderr.write(`auscult: ${path}: ${open}\n`);
  if (flags.json === true) {
    process.stdout.write(`${JSON.stringify({ plan: loaded.sha256, ledger })}\n`);
    return 0;
  }
  process.stdout.write(`${path}: the plan and its data can be used\n`);
  process.stdout.write(
    `  ${ledger.sourceRows} rows read, ${ledger.cohortRows} in the cohort, ${ledger.analysed} with a score and an outcome\n`,
  );
  for (const { id, levels } of attributes) process.stdout.write(`  ${id}: ${levels.slice(1).join(", ")}\n`);
  return 0;
}
