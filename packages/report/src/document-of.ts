import type { AuditReport } from "./audit-report.ts";
import type { DocumentSection } from "./document.ts";
import { sections } from "./sections.ts";
import { view } from "./view.ts";
import type { Words } from "./words.ts";

const made = new WeakMap<AuditReport, Map<Words, readonly DocumentSection[]>>();

/**
 * The report as sections of blocks, in one language: what HTML, and every other format for people, prints. Made once for
 * each report and language, so that formats share it and its drawings.
 */
export function documentOf(report: AuditReport, words: Words): readonly DocumentSection[] {
  const known = made.get(report) ?? new Map<Words, readonly DocumentSection[]>();
  made.set(report, known);
  const document = known.get(words) ?? compose(report, words);
  known.set(words, document);
  return document;
}

function compose(report: AuditReport, words: Words): readonly DocumentSection[] {
  const seen = view(report, words);
  return sections
    .map((section) => ({
      id: section.id,
      title: words.sectionOfKind[report.study.outcome.kind][section.id] ?? words.section[section.id],
      blocks: section.blocks(seen),
    }))
    .filter(({ blocks }) => blocks.length > 0);
}
