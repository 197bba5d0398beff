import type { Finding } from "@auscult/metrics";
import type { ReportFinding } from "./audit-report.ts";
import { findingTable } from "./finding-table.ts";
import { numbersIn } from "./format-number.ts";
import { languages } from "./languages.ts";
import { tableMarkdown } from "./markdown/table.ts";
import { escapeMarkdown } from "./markdown/text.ts";
import { say, type Speaker } from "./say.ts";

type Label = Finding["subject"];

/**
 * Notes and tables that belong to no audit, as Markdown in a language: what is known before a study. Throws RangeError for a
 * language that there is none of.
 */
export function tablesMarkdown(
  {
    title,
    notes,
    tables,
  }: { readonly title: Label; readonly notes: readonly Label[]; readonly tables: Finding["tables"] },
  language: string,
): string {
  const words = languages.find((known) => known.language === language);
  if (words === undefined) throw new RangeError(`there is no language ${language}`);
  const numbers = numbersIn(words.numbers);
  const speaker: Speaker = {
    words,
    numbers,
    metricName: (id, threshold) => {
      const name = words.metric[id]?.name ?? id;
      return threshold === undefined ? name : words.sentence.atThreshold(name, numbers.plain(threshold));
    },
    subgroupName: (id) => id,
  };
  const told = (label: Label): string => escapeMarkdown(say(speaker, label));
  return [
    `# ${told(title)}`,
    notes.map((note) => `- ${told(note)}`).join("\n"),
    ...tables.map((table) => tableMarkdown(findingTable(speaker, table as ReportFinding["tables"][number]))),
  ].join("\n\n");
}
