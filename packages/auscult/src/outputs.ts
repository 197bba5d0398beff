import { AuditError, didYouMean } from "@auscult/core";
import { type AuditReport, FORMATS, LANGUAGES, render } from "@auscult/report";
import type { OnStep } from "./step.ts";
import type { OutputFile } from "./write-folder.ts";

export interface OutputChoice {
  readonly formats: readonly string[];
  readonly languages: readonly string[];
}

/** A report in the formats and languages chosen, as the files of its folder. `report.json` is always among them. */
export async function outputs(
  report: AuditReport,
  { formats, languages }: OutputChoice,
  onStep: OnStep = () => undefined,
): Promise<OutputFile[]> {
  const files = new Map<string, OutputFile>();
  const chosen = FORMATS.filter((f) => f === "json" || formats.includes(f));
  let done = 0;
  for (const format of chosen) {
    for (const language of languages) {
      onStep("writing the report", { done: done++, all: chosen.length * languages.length });
      for (const file of (await render(report, format, { language })).files) {
        const there = files.get(file.name);
        if (there !== undefined && !sameContent(there.content, file.content))
          throw new Error(`two different outputs are named ${file.name}`);
        files.set(file.name, file);
      }
    }
  }
  return [...files.values()];
}

/** Names at the top of the output folder: its files and folders, each once, as people are told of them. */
export function topNames(files: readonly OutputFile[]): string[] {
  return [...new Set(files.map(({ name }) => name.split("/")[0]!))];
}

/** What `--format` and `--language` ask for (lists with commas; `all`), or else what the plan declares. */
export function outputChoice(
  declared: OutputChoice,
  flags: { readonly format?: string; readonly language?: string },
): OutputChoice {
  return {
    formats: listed("--format", flags.format, FORMATS) ?? declared.formats,
    languages: listed("--language", flags.language, LANGUAGES) ?? declared.languages,
  };
}

function listed(flag: string, asked: string | undefined, known: readonly string[]): readonly string[] | undefined {
  if (asked === undefined) return undefined;
  const names = asked.split(",").flatMap((name) => (name.trim() === "all" ? known : [name.trim()]));
  const wrong = names.find((name) => !known.includes(name));
  if (wrong === undefined) return [...new Set(names)];
  throw new AuditError([
    {
      code: "PLAN_INVALID",
      where: { planPath: flag },
      what: `${flag} names something that is not there`,
      seen: wrong,
      remedy: `${didYouMean(wrong, known) ?? ""} There are ${known.join(", ")}, and all.`.trim(),
    },
  ]);
}

function sameContent(a: string | Uint8Array, b: string | Uint8Array): boolean {
  return Buffer.from(a as string).equals(Buffer.from(b as string));
}
