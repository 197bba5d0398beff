import type { AuditReport } from "./audit-report.ts";
import type { RenderedFile } from "./format.ts";
import { formats } from "./formats.ts";
import { languages } from "./languages.ts";

/** Ids of the formats that `render` knows, in the order that they are written. */
export const FORMATS: readonly string[] = formats.map((f) => f.id);

/** Languages that `render` knows, by BCP 47 tag. */
export const LANGUAGES: readonly string[] = languages.map((w) => w.language);

/**
 * Writes a report down in one format and language. The same report gives the same bytes: no clock, no data and no
 * network is read.
 */
export async function render(
  report: AuditReport,
  format: string,
  { language = "en" }: { readonly language?: string } = {},
): Promise<{ readonly files: readonly RenderedFile[] }> {
  const chosen = formats.find((f) => f.id === format);
  if (chosen === undefined) throw new RangeError(`no format "${format}"; there are ${FORMATS.join(", ")}`);
  const words = languages.find((w) => w.language === language);
  if (words === undefined)
    throw new RangeError(`no language "${language}"; there are ${languages.map((w) => w.language).join(", ")}`);
  return { files: await chosen.render(report, words) };
}
