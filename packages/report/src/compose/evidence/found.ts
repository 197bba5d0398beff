import type { z } from "zod";
import type { AuditReport } from "../../audit-report.ts";
import type { evidenceRowSchema } from "../../audit-report/evidence.ts";
import type { SectionId } from "../../section.ts";
import type { EvidenceId } from "../../standards/evidence-ids.ts";

/** What the report has, before headlines and the matrix are made from it. */
export type Facts = Omit<AuditReport, "statements" | "notAssessed" | "evidence">;

type EvidenceRow = z.output<typeof evidenceRowSchema>;
export type EvidenceItem = EvidenceRow["evidence"][number];
type Missing = Extract<EvidenceItem, { state: "missing" }>["why"];
export type Criterion = "met" | "not-met" | "inconclusive";

/** One kind of evidence as a report has it or not. Whether a person attests it is looked up elsewhere. */
export type Found =
  | { readonly state: "computed" | "declared"; readonly sections: SectionId[]; readonly criterion?: Criterion }
  | { readonly state: "missing"; readonly why: Missing };

/** Where each kind of evidence is found in a report. */
export type Finders = Readonly<Partial<Record<EvidenceId, (report: Facts) => Found>>>;

/** There where `found`, in these sections; otherwise missing, because the plan did not ask for it. */
export function computed(found: boolean, ...sections: SectionId[]): Found {
  return found ? { state: "computed", sections } : missing("not-asked");
}

/** As the plan states it; otherwise a person has to say. */
export function declared(stated: boolean, ...sections: SectionId[]): Found {
  return stated ? { state: "declared", sections } : missing("needs-attestation");
}

export function missing(why: Missing): Found {
  return { state: "missing", why };
}
