import type { AuditPlan } from "@auscult/core";
import { isUndefined } from "@auscult/metrics";
import { type AuditReport, auditReportSchema, REPORT_VERSION } from "./audit-report.ts";
import { reportNumber } from "./audit-report/numbers.ts";
import { attributes, subgroups } from "./compose/attributes.ts";
import { evidence } from "./compose/evidence/evidence.ts";
import type { ComposeInput } from "./compose/input.ts";
import { notAssessed } from "./compose/not-assessed.ts";
import { statements } from "./compose/statements.ts";
import { study } from "./compose/study.ts";
import { summaryVerdict } from "./compose/summary-verdict.ts";

/**
 * Arranges finished numbers into the audit's report. It computes nothing: it looks up, sorts into headlines, and names
 * what is absent. The same input gives the same report; what it gives has passed the report's schema.
 */
export function compose(input: ComposeInput): AuditReport {
  const { plan } = input;
  const contrasts = input.contrasts.map((c) => ({ ...c, summary: summaryVerdict(c, plan.policy.level) }));
  const curves = input.curves.map(({ curve, subgroup, points }) =>
    isUndefined(points)
      ? { curve, subgroup, status: "undefined", columns: {}, flags: [], reason: points.reason }
      : { curve, subgroup, status: "drawn", columns: points.columns, flags: points.flags },
  );
  const whole = asJson(
    {
      auscultReport: REPORT_VERSION,
      title: plan.title,
      created: input.created,
      auscult: { version: input.auscultVersion },
      plan: { sha256: input.planSha256, content: plan },
      study: study(input),
      provenance: input.provenance,
      ledger: input.cohort.ledger,
      attributes: attributes(input),
      subgroups: subgroups(input),
      metrics: metricFacts(input),
      curveKinds: input.curveKinds
        .filter(({ id }) => input.curves.some((c) => c.curve === id))
        .map(({ id, name, x, y, source, of }) => ({ id, name, x, y, source, of })),
      estimates: input.estimates,
      contrasts,
      curves,
      findings: input.findings,
      workload: input.workload,
      regulatory: plan.regulatory,
      attestations: plan.attestations,
      signOff: plan.signOff,
      deployer: plan.deployer,
      lock: input.lock,
      family: {
        metric: plan.primary.metric,
        ...(plan.primary.threshold === undefined ? {} : { threshold: plan.primary.threshold }),
        contrasts: contrasts.filter((c) => c.inFamily).length,
        per: input.familyPer,
        multiplicity: plan.policy.multiplicity,
      },
      exploratory: exploratory(input),
    },
    "report",
  );
  const facts = auditReportSchema.omit({ statements: true, notAssessed: true, evidence: true }).parse(whole);
  return concluded(facts, plan);
}

/** The report with everything that is concluded from its numbers concluded again, after some of them were withheld. */
export function recompose(report: AuditReport): AuditReport {
  return concluded(report, report.plan.content as unknown as AuditPlan);
}

function concluded(facts: Omit<AuditReport, "statements" | "notAssessed" | "evidence">, plan: AuditPlan): AuditReport {
  const report = { ...facts, notAssessed: notAssessed(facts, plan), evidence: evidence(facts) };
  return auditReportSchema.parse({ ...report, statements: statements(report) });
}

function metricFacts({ metrics, estimates, contrasts }: ComposeInput): object[] {
  const used = new Set([...estimates, ...contrasts].map((e) => e.metric));
  return metrics
    .filter(({ id }) => used.has(id))
    .map(
      ({
        id,
        name,
        family,
        unit,
        range,
        ideal,
        better,
        uninformative,
        thresholded,
        contrast,
        headline,
        source,
        of,
      }) => ({
        id,
        name,
        family,
        unit,
        range,
        ideal,
        better,
        thresholded,
        contrast,
        headline,
        source,
        of,
        ...(uninformative === undefined ? {} : { uninformative }),
      }),
    );
}

function exploratory({ contrasts, plan, findings }: ComposeInput): AuditReport["exploratory"] {
  const outside = contrasts.filter((c) => !c.inFamily);
  const family = contrasts.length - outside.length;
  const counts: AuditReport["exploratory"] = [
    { code: "CONTRASTS_OUTSIDE_FAMILY", count: outside.length },
    { code: "MULTIPLICITY_NOT_ADJUSTED", count: plan.policy.multiplicity === "none" ? family : 0 },
    {
      code: "METRICS_WITHOUT_MARGIN",
      count: new Set(outside.filter((c) => c.margin === null).map((c) => c.metric)).size,
    },
    { code: "FINDINGS", count: findings.filter((f) => f.exploratory).length },
  ];
  return counts.filter(({ count }) => count > 0);
}

/** Plain JSON: infinities as words, absent keys absent, typed arrays as lists; NaN is refused with its place. */
function asJson(value: unknown, place: string): unknown {
  if (typeof value === "number") return reportNumber(value, place);
  if (ArrayBuffer.isView(value)) return asJson(Array.from(value as Float64Array), place);
  if (Array.isArray(value)) return value.map((item, i) => asJson(item, `${place}[${i}]`));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, asJson(item, `${place}.${key}`)]),
    );
  }
  return value;
}
