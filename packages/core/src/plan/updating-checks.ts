import { invalid, type Mistake } from "./mistake.ts";
import type { AuditPlan } from "./schema.ts";

/** That updating speaks of a risk, and of predictors that were known before the outcome. */
export function updatingMistakes({ updating, score, outcome }: AuditPlan): Mistake[] {
  if (updating === undefined || score === undefined) return [];
  const found: Mistake[] = [];
  if (score.kind !== "probability")
    found.push(
      invalid(
        ["updating"],
        "only a risk can be recalibrated, and the score is ordinal",
        score.kind,
        "Leave updating out.",
      ),
    );
  const { predictors, threshold, keep } = updating;
  for (const kind of ["numeric", "categorical"] as const)
    (predictors?.[kind] ?? []).forEach((column, i) => {
      const path = ["updating", "predictors", kind, i];
      if (column === outcome.column)
        found.push(invalid(path, "the outcome is no predictor", column, "Name the model's inputs."));
      if (column === score.column)
        found.push(invalid(path, "the score is no predictor of a new model", column, "Name the model's inputs."));
    });
  if (predictors !== undefined && predictors.numeric.length + predictors.categorical.length === 0)
    found.push(
      invalid(
        ["updating", "predictors"],
        "no predictor is named",
        predictors,
        "Name the model's inputs, or leave it out.",
      ),
    );
  if (threshold === undefined && Object.values(keep).some((value) => value !== undefined))
    found.push(
      invalid(
        ["updating", "threshold"],
        "something is to be kept, but no threshold is named",
        undefined,
        "Add threshold.",
      ),
    );
  return found;
}
