import type { ResultCell, ResultRow } from "@auscult/core";
import type { AuditReport, ReportContrast, ReportCurve, ReportEstimate, ReportFinding } from "@auscult/report";

/** Estimates, one a row. */
export function estimateRows(report: AuditReport, estimates: readonly ReportEstimate[]): ResultRow[] {
  return estimates.map((e) => ({
    metric: e.metric,
    threshold: e.threshold ?? null,
    ...subgroupCells(report, e.subgroup),
    value: number(e.value),
    low: number(e.interval?.low),
    high: number(e.interval?.high),
    level: e.interval?.level ?? null,
    method: e.interval?.method ?? null,
    n: count(e.n),
    events: count(e.events),
    status: e.status,
    reason: e.reason ?? null,
    intervalWithheld: e.intervalWithheld ?? null,
    flags: e.flags.join(" "),
  }));
}

/** Contrasts, one a row. `exploratory`: outside the family that verdicts are corrected over. */
export function contrastRows(report: AuditReport, contrasts: readonly ReportContrast[]): ResultRow[] {
  return contrasts.map((c) => ({
    metric: c.metric,
    threshold: c.threshold ?? null,
    ...subgroupCells(report, c.subgroup),
    against: c.against.subgroup,
    scale: c.scale,
    value: number(c.value),
    low: number(c.interval?.low),
    high: number(c.interval?.high),
    level: c.interval?.level ?? null,
    p: c.p,
    pAdjusted: c.pAdjusted ?? null,
    marginLow: c.margin?.low ?? null,
    marginHigh: c.margin?.high ?? null,
    verdict: c.verdict,
    summary: c.summary,
    smallestDetectableGap: number(c.smallestDetectableGap),
    exploratory: !c.inFamily,
    status: c.status,
    reason: c.reason ?? null,
    flags: c.flags.join(" "),
  }));
}

/** Points of curves, one a row; a curve that is not defined is one row with its reason. */
export function curveRows(report: AuditReport, curves: readonly ReportCurve[]): ResultRow[] {
  return curves.flatMap((c): ResultRow[] => {
    const head = { curve: c.curve, ...subgroupCells(report, c.subgroup), reason: c.reason ?? null };
    if (c.status === "undefined") return [head];
    const columns = Object.entries(c.columns);
    const length = Math.max(0, ...columns.map(([, values]) => values.length));
    return Array.from({ length }, (_, i) => ({
      ...head,
      ...Object.fromEntries(columns.map(([name, values]) => [name, number(values[i])])),
    }));
  });
}

/** Findings with their numbers, a row a number; a finding without numbers is one row. */
export function findingRows(findings: readonly ReportFinding[]): ResultRow[] {
  return findings.flatMap((f): ResultRow[] => {
    const head = {
      finding: f.id,
      kind: f.kind,
      subgroup: f.subgroup ?? null,
      verdict: f.verdict,
      exploratory: f.exploratory,
      scope: f.scope,
    };
    const none = { number: null, unit: null, value: null, low: null, high: null, reason: f.reason ?? null };
    if (f.numbers.length === 0) return [{ ...head, ...none }];
    return f.numbers.map((n) => ({
      ...head,
      number: n.id,
      unit: n.unit,
      value: number(n.value),
      low: number(n.interval?.low),
      high: number(n.interval?.high),
      reason: n.reason ?? f.reason ?? null,
    }));
  });
}

function subgroupCells(report: AuditReport, id: string): ResultRow {
  const of = report.subgroups.find((s) => s.id === id)?.of ?? [];
  return {
    subgroup: id,
    attribute: of.length === 0 ? null : of.map((m) => m.attribute).join(" & "),
    subgroupLevel: of.length === 0 ? null : of.map((m) => m.level).join(" & "),
  };
}

/** A report's number as a number: its words for the infinities are for JSON alone. */
function number(value: number | "infinity" | "-infinity" | null | undefined): ResultCell {
  if (value === "infinity") return Infinity;
  return value === "-infinity" ? -Infinity : (value ?? null);
}

function count(value: number | "SUPPRESSED"): ResultCell {
  return value === "SUPPRESSED" ? null : value;
}
