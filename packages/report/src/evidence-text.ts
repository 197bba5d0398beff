import type { AuditReport } from "./audit-report.ts";
import type { Tone } from "./document.ts";
import type { SectionId } from "./section.ts";
import type { View } from "./view.ts";

export type EvidenceRow = AuditReport["evidence"]["rows"][number];
type Item = EvidenceRow["evidence"][number];

/** The text of a requirement in the reader's language. */
export function local({ words }: View, text: { readonly en: string; readonly da: string }): string {
  return words.language === "da" ? text.da : text.en;
}

/** What the report holds for a requirement, by the section where it stands: "discrimination overall (Performance overall)". */
export function heldText(view: View, items: readonly Item[]): string {
  const { words } = view;
  const places = new Map<string, string[]>();
  for (const item of items) {
    if (item.state === "missing") continue;
    const place = item.state === "attested" ? words.section["sign-off"] : words.section[item.sections[0] as SectionId];
    places.set(place, [...(places.get(place) ?? []), words.evidence[item.id]]);
  }
  return [...places].map(([place, names]) => words.sentence.evidenceAt(names.join(", "), place)).join("; ");
}

/** What it does not hold, by the reason. */
export function missingText({ words }: View, items: readonly Item[]): string {
  const reasons = new Map<string, string[]>();
  for (const item of items) {
    if (item.state !== "missing") continue;
    const why = words.missing[item.why];
    reasons.set(why, [...(reasons.get(why) ?? []), words.evidence[item.id]]);
  }
  return [...reasons].map(([why, names]) => words.sentence.evidenceMissing(names.join(", "), why)).join("; ");
}

/** A person's statement, with who made it and when. */
export function attestationText({ report, words }: View, index: number): string {
  const { statement, name, role, date, document } = report.attestations[index]!;
  return words.sentence.attestedBy(statement, name, role, words.day(date), document);
}

const TONES: Readonly<Record<EvidenceRow["status"], Tone>> = {
  "criterion-met": "equivalent",
  "criterion-not-met": "gap",
  gap: "gap",
  inconclusive: "open",
  "evidence-present": "plain",
  "not-assessed": "plain",
};

export function statusTone(status: EvidenceRow["status"]): Tone {
  return TONES[status];
}
