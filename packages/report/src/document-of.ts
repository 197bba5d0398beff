import type { AuditReport } from "./audit-report.ts";
import type { DocumentSection } from "./document.ts";
import { sections } from "./sections.ts";
import { view } from "./view.ts";
import type { Words } from "./words.ts";

/** The report as sections of blocks, in one language: what HTML, and every other format for people, prints. */
export function documentOf(report: AuditReport, words: Words): readonly DocumentSection[] {
  const seen = view(report, words);
  return sections
    .map((section) => ({ id: section.id, title: words.section[section.id], blocks: section.blocks(seen) }))
    .filter(({ blocks }) => blocks.length > 0);
}
