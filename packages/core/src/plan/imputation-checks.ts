import { invalid, type Mistake } from "./mistake.ts";
import type { AuditPlan } from "./schema.ts";

/** That nothing is asked over imputations that is not pooled: passed over in silence it would seem to have been done. */
export function imputationMistakes({ imputation, outcome, ...plan }: AuditPlan): Mistake[] {
  if (imputation === undefined) return [];
  const asked: readonly (readonly [path: string, asked: boolean])[] = [
    ["outcome.kind", outcome.kind !== "binary"],
    ["labelChoice", plan.labelChoice !== undefined],
    ["treatmentMasking", plan.treatmentMasking !== undefined],
    ["claims", plan.claims.length > 0],
    ["probe", plan.probe !== undefined],
    ["verification", plan.verification !== undefined],
    ["monitoring", plan.monitoring !== undefined],
    ["reference", plan.reference !== undefined],
    ["count", plan.count !== undefined],
  ];
  return asked.flatMap(([path, is]) =>
    is
      ? [
          invalid(
            path.split("."),
            "this is not available over imputations",
            path === "outcome.kind" ? outcome.kind : path,
            "Leave it out, or leave imputation out and audit one completed data set.",
          ),
        ]
      : [],
  );
}
