import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { AuditError, type AuditPlan, didYouMean, loadPlan, readTable, toNumbers } from "@auscult/core";
import { studySize, studySizeTables } from "@auscult/metrics";
import { LANGUAGES, tablesMarkdown } from "@auscult/report";
import type { ExitCode } from "./run.ts";

/** The predictions in the plan's data, of which no other column is read; missing ones are left out. */
async function scoresOf(plan: AuditPlan, base: string): Promise<Float64Array> {
  const { source, format, csv, missing } = plan.data;
  const name = plan.score?.column ?? "";
  const columns = [{ name, planPath: "score.column", as: "number" as const }];
  const table = await readTable({ files: source, base, format, csv, missing, columns });
  const { values, problems } = toNumbers(table, name);
  if (problems.length > 0) throw new AuditError(problems);
  return values.filter((value) => !Number.isNaN(value));
}

interface PlanSizeFlags {
  readonly out?: string;
  readonly json?: boolean;
  readonly language: string;
}

/** `auscult plan-size PLAN`: how many patients, and how long; of the data at most the predictions are read. */
export async function planSizeCommand(path: string, { out, json, language }: PlanSizeFlags): Promise<ExitCode> {
  const { plan, sha256 } = await loadPlan(path);
  const { planSize: section, policy, title } = plan;
  if (section === undefined)
    throw new AuditError([
      {
        code: "PLAN_INVALID",
        where: { file: path, planPath: "planSize" },
        what: "the plan does not say what its size is to be reckoned for",
        remedy:
          "Add planSize: prevalence, the precision that is wanted, and patients a month. See docs/guide/plan-a-validation.md.",
      },
    ]);
  if (!LANGUAGES.includes(language))
    throw new AuditError([
      {
        code: "PLAN_INVALID",
        where: {},
        what: "there is no such language",
        seen: language,
        remedy: `The languages are ${LANGUAGES.join(", ")}.${didYouMean(language, LANGUAGES)}`,
      },
    ]);
  const scores = section.slope?.logOdds === "scores" ? await scoresOf(plan, dirname(path)) : undefined;
  const size = studySize(section, policy.level, scores);
  const page = `${tablesMarkdown({ title: { say: "studySizeOf", with: { title } }, ...studySizeTables(size, section) }, language)}\n`;
  if (out !== undefined)
    await writeFile(out, page).catch((error: NodeJS.ErrnoException) => {
      throw new AuditError([
        {
          code: "OUTPUT_UNWRITABLE",
          where: { file: out },
          what: `the page cannot be written (${error.code ?? error.message})`,
          remedy: "Name another file with -o.",
        },
      ]);
    });
  if (json === true) process.stdout.write(`${JSON.stringify({ plan: sha256, ...size })}\n`);
  else if (out === undefined) process.stdout.write(page);
  else process.stdout.write(`${out}\n`);
  return 0;
}
