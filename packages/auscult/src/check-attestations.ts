import { AuditError, type AuditPlan, didYouMean } from "@auscult/core";
import { attestable } from "@auscult/report";

/** What core cannot check of a plan, for it does not know the requirements: that attestations speak to something that exists. */
export function checkAttestations({ attestations }: AuditPlan, file?: string): void {
  const known = attestable();
  const problems = attestations.flatMap(({ of }, i) =>
    of
      .map((id, j) => ({ id, planPath: `attestations[${i}].of[${j}]` }))
      .filter(({ id }) => !known.includes(id))
      .map(({ id, planPath }) => ({
        code: "PLAN_INVALID" as const,
        where: file === undefined ? { planPath } : { file, planPath },
        what: "there is no such requirement or kind of evidence",
        seen: id,
        remedy: `${didYouMean(id, known) ?? ""} See docs/guide/evidence-matrix.md.`.trim(),
      })),
  );
  if (problems.length > 0) throw new AuditError(problems);
}
