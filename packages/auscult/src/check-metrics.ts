import { AuditError, type AuditPlan, didYouMean, isBinary, type Problem } from "@auscult/core";
import { metrics as ofBinary, outcomeKinds, type PlannedMetric } from "@auscult/metrics";
import { checkClaims } from "./check-claims.ts";

/** What core cannot check of a plan, for it does not know the metrics: that those named exist and fit what is asked of them. */
export function checkMetrics(plan: AuditPlan, file?: string): void {
  const where = (planPath: string): Problem["where"] => (file === undefined ? { planPath } : { file, planPath });
  const invalid = (planPath: string, what: string, seen: string, remedy: string): Problem => ({
    code: "PLAN_INVALID",
    where: where(planPath),
    what,
    seen,
    remedy,
  });
  const metrics = outcomeKinds.find(({ kind }) => kind === plan.outcome.kind)?.metrics(plan) ?? ofBinary;
  const ids = metrics.map(({ id }) => id);
  const find = (id: string): PlannedMetric | undefined => metrics.find((m) => m.id === id);
  const binary = isBinary(plan);
  const unknown = (path: string, id: string): Problem =>
    invalid(
      path,
      binary ? "there is no such metric" : `this ${plan.outcome.kind} outcome has no such metric`,
      id,
      `${didYouMean(id, ids) ?? ""} The metrics are ${ids.join(", ")}.`.trim(),
    );
  const problems: Problem[] = binary
    ? checkClaims(plan, (id) => ofBinary.find((m) => m.id === id), unknown, invalid)
    : [];
  for (const [path, id] of [
    ["primary.metric", plan.primary.metric],
    ...Object.keys(plan.margins).map((id) => [`margins.${id}`, id]),
  ] as [string, string][]) {
    if (find(id) === undefined) problems.push(unknown(path, id));
  }
  const primary = find(plan.primary.metric);
  if (primary?.thresholded === true && plan.primary.threshold === undefined) {
    problems.push(
      invalid(
        "primary",
        "the primary metric needs a threshold",
        primary.id,
        "Add primary.threshold: one of thresholds[].at.",
      ),
    );
  }
  if (primary?.regional === true && plan.partialArea === undefined) {
    problems.push(
      invalid(
        "primary.metric",
        "this metric is of a part of the ROC curve, and the plan declares none",
        primary.id,
        "Add partialArea: { falsePositiveRate: 0.2, reason: … } or { sensitivity: 0.8, reason: … }.",
      ),
    );
  }
  if (primary?.contrast === "none") {
    problems.push(
      invalid(
        "primary.metric",
        "values of this metric cannot be compared between subgroups that differ in prevalence",
        primary.id,
        `Choose another, e.g. ${metrics[0]!.id}.`,
      ),
    );
  }
  if (primary?.requires.score === "probability" && plan.score?.kind === "ordinal") {
    problems.push(
      invalid(
        "primary.metric",
        "this metric needs a probability, and the score is ordinal",
        primary.id,
        `Choose a metric of ranking, e.g. ${metrics[0]!.id}.`,
      ),
    );
  }
  for (const [id, margin] of Object.entries(plan.margins)) {
    const metric = find(id);
    const scale = "ratio" in margin ? "ratio" : "difference";
    if (metric !== undefined && metric.contrast !== "none" && metric.contrast !== scale) {
      problems.push(
        invalid(
          `margins.${id}`,
          `subgroups are compared in this metric by their ${metric.contrast}`,
          scale,
          `State the margin as a ${metric.contrast}.`,
        ),
      );
    }
  }
  if (problems.length > 0) throw new AuditError(problems);
}
