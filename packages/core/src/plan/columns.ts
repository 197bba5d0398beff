import type { ColumnRequest } from "../source.ts";
import { modelChangeColumns } from "./model-change.ts";
import { monitoringColumns } from "./monitoring.ts";
import { readersColumns } from "./readers.ts";
import type { AuditPlan } from "./schema.ts";

/** Every column that a plan names, and as what it is read: measurements as numbers, identifiers as written, the rest as stored. */
export function columnsOf(plan: AuditPlan): ColumnRequest[] {
  const wanted = (planPath: string, name: string | undefined, as?: "number" | "text"): ColumnRequest[] =>
    name === undefined ? [] : [{ name, planPath, ...(as === undefined ? {} : { as }) }];
  return [
    ...(plan.score?.model === undefined ? wanted("score.column", plan.score?.column, "number") : []),
    ...wanted("outcome.column", plan.outcome.column, plan.outcome.kind === "continuous" ? "number" : undefined),
    ...outcomeColumns(plan).flatMap(({ column, planPath }) => wanted(planPath, column, "number")),
    ...wanted("patient", plan.patient, "text"),
    ...wanted("weight", plan.weight, "number"),
    ...wanted("count", plan.count, "number"),
    ...wanted("imputation.column", plan.imputation?.column, "text"),
    ...wanted("site", plan.site),
    ...wanted("period", plan.period),
    ...wanted("monitoring.matured.column", plan.monitoring?.matured?.column),
    ...Object.entries(plan.labels ?? {}).flatMap(([id, label]) =>
      wanted(`labels.${id}.column`, label.column, "number"),
    ),
    ...wanted("unitOfAnalysis.by", plan.unitOfAnalysis.by, "text"),
    ...wanted("unitOfAnalysis.orderBy", plan.unitOfAnalysis.orderBy),
    ...plan.subgroups.flatMap(({ column, bands }, i) =>
      wanted(`subgroups.${i}.column`, column, bands === undefined ? undefined : "number"),
    ),
    ...extraColumns(plan).flatMap(({ column, kind, planPath }) =>
      wanted(planPath, column, kind === "numeric" ? "number" : undefined),
    ),
  ];
}

/** Columns of numbers that an outcome kind reads besides what happened: times, predictions, probabilities. */
export function outcomeColumns({ outcome }: AuditPlan): { readonly column: string; readonly planPath: string }[] {
  if (outcome.kind === "time-to-event") return [{ column: outcome.time, planPath: "outcome.time" }];
  if (outcome.kind === "continuous") return [{ column: outcome.prediction, planPath: "outcome.prediction" }];
  if (outcome.kind === "binary") return [];
  return outcome.classes.map(({ probability }, i) => ({
    column: probability,
    planPath: `outcome.classes.${i}.probability`,
  }));
}

/** A column that a row analysis reads, besides the roles of every audit. */
export interface ExtraColumn {
  readonly column: string;
  readonly kind: "numeric" | "categorical";
  readonly planPath: string;
}

/** The columns of the model's inputs and of row analyses. A column can be wanted both ways, and is then read both ways. */
export function extraColumns(plan: AuditPlan): ExtraColumn[] {
  const { score, probe, verification, labelChoice, treatmentMasking, reference, updating } = plan;
  const model = score?.model;
  const listed = (
    at: string,
    { numeric, categorical }: { readonly numeric: readonly string[]; readonly categorical: readonly string[] },
  ): ExtraColumn[] => [
    ...numeric.map((column, i): ExtraColumn => ({ column, kind: "numeric", planPath: `${at}.numeric.${i}` })),
    ...categorical.map(
      (column, i): ExtraColumn => ({ column, kind: "categorical", planPath: `${at}.categorical.${i}` }),
    ),
  ];
  const found: ExtraColumn[] = [];
  if (verification !== undefined) {
    found.push({ column: verification.column, kind: "categorical", planPath: "verification.column" });
    verification.strata.forEach((column, i) =>
      found.push({ column, kind: "categorical", planPath: `verification.strata.${i}` }),
    );
  }
  if (model !== undefined) {
    model.inputs.forEach(({ column, kind }, i) =>
      found.push({ column, kind, planPath: `score.model.inputs.${i}.column` }),
    );
    if (model.reference !== undefined)
      found.push({ column: model.reference.column, kind: "numeric", planPath: "score.model.reference.column" });
  }
  probe?.features.forEach(({ column, kind }, i) =>
    found.push({ column, kind, planPath: `probe.features.${i}.column` }),
  );
  if (labelChoice !== undefined) {
    const { percentileColumn, severity, features } = labelChoice;
    if (percentileColumn !== undefined)
      found.push({ column: percentileColumn, kind: "numeric", planPath: "labelChoice.percentileColumn" });
    if (severity !== undefined) found.push(...listed("labelChoice.severity", severity));
    features.forEach(({ column, kind }, i) =>
      found.push({ column, kind, planPath: `labelChoice.features.${i}.column` }),
    );
  }
  if (treatmentMasking !== undefined) {
    const { treatment, covariates, factors, screen, ordered, negativeControls } = treatmentMasking;
    found.push({ column: treatment.column, kind: "categorical", planPath: "treatmentMasking.treatment.column" });
    found.push(...listed("treatmentMasking.covariates", covariates));
    factors.forEach(({ column, counterfactual }, i) => {
      const at = `treatmentMasking.factors.${i}`;
      found.push({ column, kind: "categorical", planPath: `${at}.column` });
      if (counterfactual === undefined) return;
      for (const which of ["ifPresent", "ifAbsent"] as const)
        found.push({ column: counterfactual[which], kind: "numeric", planPath: `${at}.counterfactual.${which}` });
    });
    ordered.forEach(({ column, levels }, i) =>
      found.push({
        column,
        kind: levels === undefined ? "numeric" : "categorical",
        planPath: `treatmentMasking.ordered.${i}.column`,
      }),
    );
    negativeControls.forEach(({ column }, i) =>
      found.push({ column, kind: "categorical", planPath: `treatmentMasking.negativeControls.${i}.column` }),
    );
    screen.forEach(({ column, counterfactual }, i) => {
      const at = `treatmentMasking.screen.${i}`;
      found.push({ column, kind: "categorical", planPath: `${at}.column` });
      if (counterfactual === undefined) return;
      for (const which of ["ifPresent", "ifAbsent"] as const)
        found.push({ column: counterfactual[which], kind: "numeric", planPath: `${at}.counterfactual.${which}` });
    });
  }
  found.push(...monitoringColumns(plan));
  if (updating?.predictors !== undefined) found.push(...listed("updating.predictors", updating.predictors));
  reference?.features.forEach(({ column, kind }, i) =>
    found.push({ column, kind, planPath: `reference.features.${i}.column` }),
  );
  found.push(...readersColumns(plan));
  found.push(...modelChangeColumns(plan));
  return found;
}
