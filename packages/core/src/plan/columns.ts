import type { ColumnRequest } from "../source.ts";
import type { AuditPlan } from "./schema.ts";

/** Every column that a plan names, and as what it is read: measurements as numbers, identifiers as written, the rest as stored. */
export function columnsOf(plan: AuditPlan): ColumnRequest[] {
  const wanted = (planPath: string, name: string | undefined, as?: "number" | "text"): ColumnRequest[] =>
    name === undefined ? [] : [{ name, planPath, ...(as === undefined ? {} : { as }) }];
  return [
    ...wanted("score.column", plan.score.column, "number"),
    ...wanted("outcome.column", plan.outcome.column),
    ...wanted("patient", plan.patient, "text"),
    ...wanted("weight", plan.weight, "number"),
    ...wanted("site", plan.site),
    ...wanted("period", plan.period),
    ...Object.entries(plan.labels ?? {}).flatMap(([id, label]) =>
      wanted(`labels.${id}.column`, label.column, "number"),
    ),
    ...wanted("unitOfAnalysis.by", plan.unitOfAnalysis.by, "text"),
    ...wanted("unitOfAnalysis.orderBy", plan.unitOfAnalysis.orderBy),
    ...plan.subgroups.flatMap(({ column, bands }, i) =>
      wanted(`subgroups.${i}.column`, column, bands === undefined ? undefined : "number"),
    ),
  ];
}
