import { EVIDENCE, type EvidenceId } from "../../standards/evidence-ids.ts";
import { analyses } from "./analyses.ts";
import { description } from "./description.ts";
import type { EvidenceItem, Facts, Finders } from "./found.ts";
import { performance } from "./performance.ts";

const FINDERS: Finders = { ...description, ...performance, ...analyses };

/** No audit of predictions and outcomes can show these; a person may attest them. */
const BEYOND: readonly EvidenceId[] = ["leakage.independence", "risk.linkage", "incident.escalation"];
/** These this audit could hold, and the plan did not ask. */
const NOT_ASKED: readonly EvidenceId[] = ["robustness.sensitivity"];

/** Every kind of evidence: in the report, attested by a person, or missing and why. */
export function evidenceIn(report: Facts): ReadonlyMap<EvidenceId, EvidenceItem> {
  return new Map(EVIDENCE.map((id) => [id, one(report, id)]));
}

function one(report: Facts, id: EvidenceId): EvidenceItem {
  const found = FINDERS[id]?.(report);
  if (found !== undefined && found.state !== "missing") return { id, ...found };
  const attestations = attesting(report, id);
  if (attestations.length > 0) return { id, state: "attested", attestations };
  if (found !== undefined) return { id, ...found };
  const why = BEYOND.includes(id) ? "beyond-audit" : NOT_ASKED.includes(id) ? "not-asked" : "needs-attestation";
  return { id, state: "missing", why };
}

/** Which attestations speak to a requirement or a kind of evidence. */
export function attesting({ attestations }: Facts, id: string): number[] {
  return attestations.flatMap((a, i) => (a.of.includes(id) ? [i] : []));
}
