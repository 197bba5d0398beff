import type { AuditPlan, Cohort } from "@auscult/core";
import type { Finding } from "../finding.ts";
import { labelAtEqualSeverity } from "../label-choice/label-at-equal-severity.ts";
import { isUndefined } from "../result.ts";
import { covariatesOf } from "./covariates.ts";
import type { Comparison } from "./label-choice.ts";
import { asRatio, numberOf, plainNumber } from "./numbers.ts";
import { samplingOf } from "./sampling.ts";

/** The label at equal severity, where the plan names measurements of severity: is less spent on as sick a patient? */
export function severityFinding(
  cohort: Cohort,
  plan: AuditPlan,
  { subgroup, group, reference, side }: Comparison,
): Finding | undefined {
  const { labelChoice, policy, labels = {} } = plan;
  if (labelChoice?.severity === undefined) return undefined;
  const { label: id, severity } = labelChoice;
  const values = cohort.labels.get(id)!;
  const adjusting = covariatesOf(cohort, severity);
  const sampling = samplingOf(cohort, plan);
  const result = labelAtEqualSeverity(values, side, adjusting, { scale: "log", level: policy.level, sampling });
  const label = labels[id]?.label ?? id;
  const gap = isUndefined(result) ? result : asRatio(result.gap);
  return {
    id: `label-choice:${subgroup}:severity`,
    kind: "label-choice",
    subject: { say: "labelAtEqualSeverity", with: { label } },
    subgroup,
    verdict: isUndefined(result) ? "not_estimable" : "described",
    ...(isUndefined(result) ? { reason: result.reason } : {}),
    scope: "local",
    exploratory: false,
    numbers: [
      numberOf(["ratio", { say: "labelRatioAtEqualSeverity", with: { label, group, reference } }, "ratio"], gap),
      plainNumber(["rows", { say: "rowsCompared" }, "count"], isUndefined(result) ? result : result.rows),
      plainNumber(
        ["notPositive", { say: "rowsLeftOutNotPositive" }, "count"],
        isUndefined(result) ? result : result.leftOut.notPositive,
      ),
      plainNumber(
        ["missing", { say: "rowsLeftOutMissing" }, "count"],
        isUndefined(result) ? result : result.leftOut.missing,
      ),
    ],
    tables: [],
    charts: [],
    source: ["doi:10.1126/science.aax2342", "Phillips et al. (1996) J Gen Intern Med 11:387-396"],
  };
}
