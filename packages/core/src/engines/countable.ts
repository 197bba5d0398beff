import { type AuditPlan, type BinaryPlan, isBinary } from "../plan/schema.ts";
import { AuditError } from "../problems.ts";

/** The plan, where its rows can be counted without being read: those of a binary outcome. */
export function countable(plan: AuditPlan): BinaryPlan {
  if (isBinary(plan)) return plan;
  throw new AuditError([
    {
      code: "PLAN_INVALID",
      where: { planPath: "outcome.kind" },
      what: "an engine counts binary outcomes only",
      seen: plan.outcome.kind,
      remedy: "Audit this outcome in memory, where its rows are read.",
    },
  ]);
}
