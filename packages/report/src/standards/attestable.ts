import { EVIDENCE } from "./evidence-ids.ts";
import { requirements } from "./requirements.ts";

/** What an attestation can speak to: kinds of evidence and requirements, by id. */
export function attestable(): readonly string[] {
  return [...EVIDENCE, ...requirements().requirements.map((r) => r.id)];
}
