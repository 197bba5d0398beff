import type { AuditPlan } from "@auscult/core";
import type { AuditReport } from "../audit-report.ts";
import type { ComposeInput } from "./input.ts";

/** What was asked, from the plan: the report speaks of these and echoes the rest. */
export function study({ plan, cohort, thresholds }: ComposeInput): AuditReport["study"] {
  const { model, score, outcome, policy, primary, utility } = plan;
  const unit = plan.unitOfAnalysis;
  return {
    model: {
      name: model.name,
      version: model.version,
      ...(model.manufacturer === undefined ? {} : { manufacturer: model.manufacturer }),
      intendedPurpose: model.intendedPurpose,
    },
    ...(plan.identification === undefined ? {} : { identification: plan.identification }),
    ...(plan.volume === undefined ? {} : { volume: plan.volume }),
    ...(score === undefined ? {} : { score: { column: score.column, kind: score.kind, direction: score.direction } }),
    outcome: outcomeOf(outcome),
    unitOfAnalysis: {
      unit: unit.unit,
      take: unit.take,
      ...(unit.by === undefined ? {} : { by: unit.by }),
      ...(unit.orderBy === undefined ? {} : { orderBy: unit.orderBy }),
    },
    ...(cohort.patients === undefined ? {} : { patients: { ...cohort.patients } }),
    weighted: cohort.weighted,
    primary: {
      metric: primary.metric,
      ...(primary.threshold === undefined ? {} : { threshold: primary.threshold }),
      reason: primary.reason,
    },
    margins: Object.entries(plan.margins).map(([metric, margin]) => ({ metric, ...limits(margin) })),
    thresholds: thresholds.map((threshold) => ({ ...threshold })),
    ...(plan.partialArea === undefined ? {} : { partialArea: partOf(plan.partialArea) }),
    ...(utility === undefined
      ? {}
      : { utility: { low: utility.thresholds[0], high: utility.thresholds[1], reason: utility.reason } }),
    policy: {
      level: policy.level,
      multiplicity: policy.multiplicity,
      minimumEvents: policy.minimumEvents,
      ...(policy.assumeIndependentRows === undefined
        ? {}
        : { assumeIndependentRows: policy.assumeIndependentRows.reason }),
      seed: policy.seed,
      bootstrap: { replicates: policy.bootstrap.replicates },
    },
  };
}

function outcomeOf(outcome: AuditPlan["outcome"]): AuditReport["study"]["outcome"] {
  if (outcome.kind === "time-to-event") return { ...outcome, tau: outcome.tau ?? outcome.horizon.at };
  if (outcome.kind !== "binary") return outcome;
  const { negative, horizon, ...rest } = outcome;
  return {
    ...rest,
    ...(negative === undefined ? {} : { negative: [...negative] }),
    ...(horizon === undefined ? {} : { horizon }),
  };
}

function partOf(area: NonNullable<AuditPlan["partialArea"]>): NonNullable<AuditReport["study"]["partialArea"]> {
  return "sensitivity" in area
    ? { of: "sensitivity", limit: area.sensitivity, reason: area.reason }
    : { of: "falsePositiveRate", limit: area.falsePositiveRate, reason: area.reason };
}

function limits(margin: AuditPlan["margins"][string]): {
  scale: "difference" | "ratio";
  low: number;
  high: number;
  reason: string;
} {
  if ("difference" in margin)
    return { scale: "difference", low: -margin.difference, high: margin.difference, reason: margin.reason };
  return { scale: "ratio", low: margin.ratio[0], high: margin.ratio[1], reason: margin.reason };
}
