import type { AuditPlan } from "@auscult/core";
import type { AuditReport } from "../audit-report.ts";

type NotAssessed = AuditReport["notAssessed"][number];
type Code = NotAssessed["code"];

/** Beyond the reach of any audit of predictions and outcomes. */
const OUT_OF_REACH: readonly Code[] = [
  "OUTCOME_VALIDITY",
  "DEVELOPMENT_DATA",
  "HUMAN_OVERSIGHT",
  "CLINICAL_EFFECT",
  "CYBERSECURITY",
];

/** What was not assessed and why, so that no absence is silent. */
export function notAssessed(
  report: Omit<AuditReport, "statements" | "notAssessed" | "evidence">,
  plan: AuditPlan,
): NotAssessed[] {
  const { study } = report;
  const binary = study.outcome.kind === "binary";
  const codes: [Code, boolean][] = [
    ["NO_SUBGROUPS", report.attributes.length === 0],
    ["NO_INTERSECTIONS", report.attributes.length > 0 && report.attributes.every((a) => a.crosses === undefined)],
    ["NO_MARGIN", study.margins.every((m) => m.metric !== study.primary.metric)],
    ["THRESHOLDS_NOT_FOR_KIND", !binary],
    ["NO_THRESHOLDS", binary && study.thresholds.length === 0],
    ["ORDINAL_SCORE", study.score?.kind === "ordinal"],
    ["NO_UTILITY_RANGE", study.score?.kind === "probability" && study.utility === undefined],
    ["COMPETING_EVENTS", study.outcome.kind === "time-to-event" && study.outcome.competing.length > 0],
    ["NO_PATIENT_IDENTIFIER", study.patients === undefined],
    ["NO_SITE", plan.site === undefined],
    ["NO_PERIOD", plan.period === undefined],
    ["NO_MONITORING", plan.period !== undefined && plan.monitoring === undefined],
    ["ANALYSES_NOT_FOR_KIND", !binary],
    ["IMPUTATIONS", plan.imputation !== undefined],
    ["NO_LABEL_CHOICE", binary && report.findings.every((f) => f.kind !== "label-choice")],
    ["NO_TREATMENT_MASKING", binary && report.findings.every((f) => f.kind !== "treatment-masking")],
    ["NO_ROUTE", report.regulatory === undefined],
    ["NO_CLAIM", binary && report.findings.every((f) => f.kind !== "claim")],
  ];
  return [
    ...notEstimable(report),
    ...codes.flatMap(([code, holds]) => (holds ? [{ code }] : [])),
    ...noCurves(report),
    ...OUT_OF_REACH.map((code) => ({ code })),
  ];
}

function notEstimable({ estimates, study }: Pick<AuditReport, "estimates" | "study">): NotAssessed[] {
  const subgroups = estimates
    .filter((e) => e.metric === study.primary.metric && e.threshold === study.primary.threshold)
    .filter((e) => e.status === "undefined" && !e.subgroup.startsWith("not("))
    .map((e) => e.subgroup);
  return subgroups.length === 0 ? [] : [{ code: "SUBGROUP_NOT_ESTIMABLE", subgroups }];
}

function noCurves({ curves }: Pick<AuditReport, "curves">): NotAssessed[] {
  const kinds = [...new Set(curves.map((c) => c.curve))];
  return kinds.flatMap((curve) => {
    const subgroups = curves.filter((c) => c.curve === curve && c.status === "undefined").map((c) => c.subgroup);
    return subgroups.length === 0 ? [] : [{ code: "NO_CURVE" as const, curve, subgroups }];
  });
}
