import { AuditError, didYouMean, nearest } from "@auscult/core";
import { type Explanation, explanations, LANGUAGES } from "@auscult/report";
import { pageIds, pageOf } from "../explain/page.ts";
import type { ExitCode } from "./run.ts";

interface ExplainFlags {
  readonly language: string;
  readonly json?: boolean;
}

/** `auscult explain ID`: what a word of a report means, from the catalogue, and the page of a metric or analysis. */
export async function explainCommand(asked: string | undefined, flags: ExplainFlags): Promise<ExitCode> {
  if (!LANGUAGES.includes(flags.language)) throw noSuch("--language", flags.language, LANGUAGES);
  const all = explanations(flags.language);
  const ids = [...new Set([...all.map(({ id }) => id), ...pageIds()])];
  if (asked === undefined) {
    process.stdout.write(flags.json === true ? `${JSON.stringify(all)}\n` : listed(all));
    return 0;
  }
  const wanted = plain(asked);
  const found = all.filter(({ id, name }) => plain(id) === wanted || plain(name) === wanted);
  const page = [...found.map(({ id }) => camel(id)), ...pageIds().filter((id) => plain(id) === wanted)]
    .map(pageOf)
    .find((p) => p !== undefined);
  if (found.length === 0 && page === undefined) throw noSuch(undefined, asked, ids, all);
  if (flags.json === true) {
    process.stdout.write(`${JSON.stringify({ found, ...(page === undefined ? {} : { page: page.text }) })}\n`);
    return 0;
  }
  const told = found.map(said);
  const aside = page !== undefined && flags.language !== "en" ? ["(The page below is in English.)\n"] : [];
  process.stdout.write([...told, ...aside, ...(page === undefined ? [] : [page.text])].join("\n"));
  return 0;
}

function said({ id, kind, name, meaning, source }: Explanation): string {
  const head = id === name ? `${name}: ${kind}` : `${name} (${id}): ${kind}`;
  const lines = [head, ...(meaning === undefined ? [] : [`  ${meaning}`])];
  if (source !== undefined && source.length > 0) lines.push(`  Source: ${source.join("; ")}`);
  return `${lines.join("\n")}\n`;
}

function listed(all: readonly Explanation[]): string {
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return kinds
    .map(
      (kind) =>
        `${kind}: ${all
          .filter((e) => e.kind === kind)
          .map(({ id }) => id)
          .join(", ")}\n`,
    )
    .join("\n");
}

function noSuch(
  flag: string | undefined,
  seen: string,
  known: readonly string[],
  all: readonly Explanation[] = [],
): AuditError {
  const near =
    nearest(seen, known) ??
    all.find(
      ({ name }) =>
        name ===
        nearest(
          seen,
          all.map((e) => e.name),
        ),
    )?.id;
  const hint = near === undefined ? didYouMean(seen, known) : `Did you mean "${near}"?`;
  const rest = flag === undefined ? "auscult explain without an id lists them all." : `There are ${known.join(", ")}.`;
  return new AuditError([
    {
      code: "PLAN_INVALID",
      where: flag === undefined ? {} : { planPath: flag },
      what: flag === undefined ? "there is nothing of this id" : "there is no such language",
      seen,
      remedy: `${hint} ${rest}`.trim(),
    },
  ]);
}

/** Case, spaces, hyphens and underscores do not count. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]+/gu, "");
}

/** Pages bear an id in camel case: label-choice is labelChoice. */
function camel(id: string): string {
  return id.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}
