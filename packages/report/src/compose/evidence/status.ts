import type { z } from "zod";
import type { evidenceRowSchema } from "../../audit-report/evidence.ts";
import type { EvidenceItem } from "./found.ts";

type Row = z.output<typeof evidenceRowSchema>;

/**
 * The status of a requirement, from its evidence and nothing else (standards 12).
 *
 * A criterion speaks only where the requirement itself asks for criteria set in advance. That it was missed, or is open, is said
 * whenever the plan declares one; that it was met only where nothing that the requirement asks for is missing, the plan was fixed
 * beforehand, and a named person owns the criterion (`owned`).
 */
export function statusOf(
  { evidence, attestations, mode }: Pick<Row, "mode" | "evidence" | "attestations">,
  owned: boolean,
): Row["status"] {
  const missing = evidence.filter((e) => e.state === "missing");
  if (missing.length === evidence.length && attestations.length === 0)
    return mode !== "attested" && missing.some((e) => e.why === "not-asked") ? "gap" : "not-assessed";
  if (!evidence.some(({ id }) => id === "plan.prespecified" || id === "acceptance-criteria")) return "evidence-present";
  const criteria = evidence.flatMap((e) => criterionOf(e) ?? []);
  if (criteria.includes("not-met")) return "criterion-not-met";
  if (criteria.includes("inconclusive")) return "inconclusive";
  return criteria.length > 0 && missing.length === 0 && owned ? "criterion-met" : "evidence-present";
}

function criterionOf(item: EvidenceItem): string | undefined {
  return "criterion" in item ? item.criterion : undefined;
}
