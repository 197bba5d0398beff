import { basename, dirname, isAbsolute, relative, resolve } from "node:path";
import { AuditError, describeProblem, didYouMean, parsePlan, planSchema, type Problem, readTable } from "@auscult/core";
import { checkMetrics } from "../check-metrics.ts";
import { draftPlan } from "../init/draft-plan.ts";
import { foundText } from "../init/found-text.ts";
import { look, type Seen } from "../init/look.ts";
import { rolesOf } from "../init/roles.ts";
import { toChoose } from "../init/to-choose.ts";
import { readCohort } from "../read-cohort.ts";
import { refuseExisting, writeNewFile } from "../write-new-file.ts";
import type { ExitCode } from "./run.ts";

interface InitFlags {
  readonly out?: string;
  readonly score?: string;
  readonly outcome?: string;
}

/** What a plan that says nothing of missing values takes for missing. */
const MISSING = planSchema.shape.data.parse({ source: "x" }).missing;

/** `auscult init DATA -o PLAN`: prints what the files hold and drafts a plan of it. */
export async function initCommand(files: readonly string[], flags: InitFlags): Promise<ExitCode> {
  const printed = flags.out === "-";
  const out = printed ? "draft.audit.yaml" : (flags.out ?? `${stemOf(files[0]!)}.audit.yaml`);
  if (!printed) refuseExisting(out);
  const table = await readTable({ files, missing: MISSING }).catch((error: unknown) => {
    throw withoutHeader(error);
  });
  const columns = look(table);
  refuseUnknown(flags, columns);
  const roles = rolesOf(columns, flags);
  const folder = dirname(resolve(out));
  const decimals = new Set(table.sources.flatMap(({ csv }) => (csv?.decimal === undefined ? [] : [csv.decimal])));
  const decimal = decimals.size === 1 && decimals.has(",") ? "," : undefined;
  const plan = draftPlan({
    sources: files.map((file) => (isAbsolute(file) ? file : relative(folder, resolve(file))).replaceAll("\\", "/")),
    columns,
    roles,
    missing: MISSING,
    ...(decimal === undefined ? {} : { decimal }),
  });
  const problems = await problemsOf(plan, out, folder);
  if (!printed) await writeNewFile(out, plan);

  const say = (line: string): void => void (printed ? process.stderr : process.stdout).write(`${line}\n`);
  for (const { file, format, rows, csv } of table.sources) {
    const how =
      csv === undefined
        ? ""
        : `, ${SEPARATORS[csv.delimiter] ?? csv.delimiter}, ${csv.encoding}${csv.decimal === "," ? ", decimal comma" : ""}`;
    say(`${file}: ${rows} rows, ${columns.length} columns (${format}${how})`);
  }
  say(`\n${foundText(columns, roles)}\n`);
  if (columns.every(({ name }) => DATA.test(name))) say(`${NO_HEADER}\n`);
  if (printed) process.stdout.write(plan);
  say(`${printed ? "The draft" : out}: ${toChoose(plan).length} choices are marked "# CHOOSE:" for you to make.`);
  if (problems.length === 0)
    say("auscult check accepts it. What it chose is a proposal: check and audit say so until the marks are gone.");
  else {
    say("auscult check will say, until you have chosen:");
    for (const problem of problems) say(`  ${describeProblem(problem)}`);
  }
  return 0;
}

const SEPARATORS: Readonly<Record<string, string>> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" };

const DATA = /^[\d.,?-]*$/u;
const NO_HEADER = "The first line looks like data, not like names of columns: write a line of names above it.";

/** Names that are numbers and repeat are no names. */
function withoutHeader(error: unknown): unknown {
  if (!(error instanceof AuditError)) return error;
  const numbered = error.problems.every(
    ({ code, where }) => code === "COLUMN_DUPLICATE" && DATA.test(where.column ?? "x"),
  );
  return numbered ? new AuditError(error.problems.map((problem) => ({ ...problem, remedy: NO_HEADER }))) : error;
}

/** What `auscult check` says of the draft. */
async function problemsOf(text: string, file: string, folder: string): Promise<readonly Problem[]> {
  try {
    const plan = parsePlan(text, { file });
    checkMetrics(plan, file);
    await readCohort(plan, folder);
    return [];
  } catch (error) {
    if (error instanceof AuditError) return error.problems;
    throw error;
  }
}

function refuseUnknown({ score, outcome }: InitFlags, columns: readonly Seen[]): void {
  const names = columns.map(({ name }) => name);
  const problems = Object.entries({ "--score": score, "--outcome": outcome }).flatMap(([flag, name]): Problem[] =>
    name === undefined || names.includes(name)
      ? []
      : [
          {
            code: "COLUMN_MISSING",
            where: { planPath: flag },
            what: "there is no such column",
            seen: name,
            remedy: `${didYouMean(name, names)} The columns are ${names.join(", ")}.`.trim(),
          },
        ],
  );
  if (problems.length > 0) throw new AuditError(problems);
}

/** What a file is called without its endings; "model" for a glob. */
function stemOf(file: string): string {
  const stem = basename(file).replace(/(?:\.(?:csv|tsv|txt|json|ndjson|jsonl|parquet|arrow|feather|gz))+$/iu, "");
  return /[*?[{]/u.test(stem) || stem === "" ? "model" : stem;
}
