import { type AuditPlan, type BinaryPlan, isBinary } from "../plan/schema.ts";
import { AuditError } from "../problems.ts";

/** The plan, where its rows can be counted without being read: those of a binary outcome. */
export function countable(plan: AuditPlan): BinaryPlan {
  withoutModel(plan);
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

/** Engines count columns that are there; a model's scores are not. */
export function withoutModel({ score }: AuditPlan): void {
  if (score?.model === undefined) return;
  throw new AuditError([
    {
      code: "PLAN_INVALID",
      where: { planPath: "score.model" },
      what: "an engine counts columns, and cannot run the model that gives the scores",
      seen: score.model.kind,
      remedy: "Run `auscult audit` with this plan, or score the rows first and name their column as score.column.",
    },
  ]);
}
