import type { AuditReport, ReportContrast, Statement } from "../audit-report.ts";
import type { ReportNumber } from "../audit-report/numbers.ts";

/** Subgroups with more than this share of outcomes missing are named on the first page (methods 0.8). */
const MISSING_OUTCOME_SHARE = 0.05;
/** Gaps that get a headline each; the rest share one. */
const GAPS_NAMED = 3;

/** The headlines, as facts: performance, gaps, analyses with a verdict, the rest of the family, calibration, missing outcomes. */
export function statements(report: Omit<AuditReport, "statements">): Statement[] {
  const { metric, threshold } = report.study.primary;
  const about = { metric, ...(threshold === undefined ? {} : { threshold }) };
  const all: Statement[] = [{ kind: "overall", ...about }];

  const family = report.contrasts.filter((c) => c.inFamily);
  const by = (summary: ReportContrast["summary"]): ReportContrast[] => family.filter((c) => c.summary === summary);
  if (family.length === 0) all.push({ kind: "no-subgroups" });

  const gaps = by("gap-shown");
  for (const { subgroup } of gaps.slice(0, GAPS_NAMED)) all.push({ kind: "gap-shown", ...about, subgroup });
  const moreGaps = subgroupsOf(gaps.slice(GAPS_NAMED));
  if (moreGaps.length > 0) all.push({ kind: "more-gaps-shown", ...about, subgroups: moreGaps });

  for (const { id, verdict } of report.findings)
    if (verdict !== "described") all.push({ kind: "finding", finding: id, verdict });

  const open = by("inconclusive");
  if (open.length > 0) {
    const different = open.filter((c) => c.verdict !== "inconclusive");
    all.push({
      kind: "inconclusive",
      ...about,
      subgroups: subgroupsOf(open),
      different: subgroupsOf(different),
      detectable: extremes(open.map((c) => c.smallestDetectableGap)),
      scale: open[0]!.scale,
    });
  }
  for (const kind of ["equivalent", "not-judged", "not-estimable"] as const) {
    const subgroups = subgroupsOf(by(kind));
    if (subgroups.length > 0) all.push({ kind, ...about, subgroups });
  }

  const calibration = CALIBRATION.find((id) =>
    report.estimates.some((e) => e.metric === id && e.subgroup === "overall"),
  );
  if (calibration !== undefined && calibration !== metric) all.push({ kind: "calibration", metric: calibration });
  const missing = report.subgroups
    .filter(({ of, missingOutcomeShare }) => of.length <= 1 && (missingOutcomeShare ?? 0) > MISSING_OUTCOME_SHARE)
    .map(({ id }) => id);
  if (missing.length > 0) all.push({ kind: "missing-outcome", subgroups: missing });
  return all;
}

/** Whether predictions are right on average: by the kind of the outcome, the first that the report has. */
const CALIBRATION = ["observedExpectedRatio", "observedExpectedRisk", "observedExpectedMean"];

function subgroupsOf(contrasts: readonly ReportContrast[]): string[] {
  return contrasts.map((c) => c.subgroup);
}

function extremes(gaps: readonly (ReportNumber | null)[]): { least: ReportNumber; most: ReportNumber } | null {
  const finite = gaps.filter((gap) => typeof gap === "number");
  if (finite.length === 0) return null;
  return { least: Math.min(...finite), most: Math.max(...finite) };
}
