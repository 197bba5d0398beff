import type { AuditReport, ReportContrast, ReportCurve, ReportEstimate, ReportSubgroup } from "@auscult/report";
import { commonCuts, type Cuts } from "./cuts.ts";
import { withheldCurve, withoutPersons } from "./curves.ts";
import { guarded } from "./findings.ts";
import { unitOf, type Unit } from "./quantities.ts";
import type { Rule } from "./rule.ts";

/** Metrics that are one person's: the largest distance of any. */
const OF_ONE_PERSON = new Set(["eMax"]);

/** The report's parts with everything withheld that belongs to a withheld unit; a withheld value is a status, never 0. */
export function withhold(
  report: AuditReport,
  withheld: ReadonlySet<Unit>,
  { minimum, round }: Rule,
  dominated: ReadonlySet<string>,
): AuditReport {
  const { overall, open } = publisher(report, withheld);
  const thresholds = report.study.thresholds.map(({ value }) => value);
  const whole = (id: string): boolean =>
    open.performance(id) && thresholds.every((threshold) => open.threshold(id, threshold));
  const subgroups = report.subgroups.map((s) => subgroupPart(s, open));
  const isHidden = (id: string): boolean => !whole(id) || !open.rows(id);
  const hidden = new Set(
    report.subgroups.flatMap(({ id, of }) =>
      isHidden(id) || dominated.has(id) ? [id, ...(of.length === 1 ? [of[0]!.level] : [])] : [],
    ),
  );
  const count = <T>(known: boolean, value: T): T | "SUPPRESSED" => (known ? value : "SUPPRESSED");
  const { ledger, study } = report;
  const source = !withheld.has(unitOf.source);
  return {
    ...report,
    study: {
      ...study,
      ...(study.patients === undefined
        ? {}
        : {
            patients: {
              ...study.patients,
              distinct: count(study.patients.repeated || open.rows(overall), study.patients.distinct),
            },
          }),
      thresholds: study.thresholds.map(({ flagged, ...threshold }) =>
        flagged !== undefined && open.threshold(overall, threshold.value) ? { ...threshold, flagged } : threshold,
      ),
    },
    provenance: {
      ...report.provenance,
      files: report.provenance.files.map(({ rows, ...file }) =>
        rows === undefined || !source ? file : { ...file, rows },
      ),
    },
    ledger: {
      sources: ledger.sources.map((s) => ({ ...s, rows: count(source, s.rows) })),
      sourceRows: count(source, ledger.sourceRows),
      steps: ledger.steps.map((step, i) => ({ ...step, rows: count(!withheld.has(unitOf.step(i)), step.rows) })),
      cohortRows: count(open.rows(overall), ledger.cohortRows),
      missingScore: count(open.missing(overall), ledger.missingScore),
      missingOutcome: count(open.missing(overall), ledger.missingOutcome),
      ...(ledger.notMatured === undefined ? {} : { notMatured: count(open.missing(overall), ledger.notMatured) }),
      analysed: count(open.performance(overall), ledger.analysed),
    },
    subgroups,
    estimates: report.estimates.map((e) => estimatePart(e, open)),
    contrasts: report.contrasts.map((c) => contrastPart(c, open)),
    curves: curvesPart(report, whole, overall, minimum, round),
    findings: report.findings.map((finding) =>
      guarded(finding, {
        minimum,
        hidden,
        labelsTold: dominated.has(overall),
        ...(round === undefined ? {} : { round }),
      }),
    ),
    workload: report.workload.filter(({ subgroup, threshold }) => open.threshold(subgroup, threshold)),
  };
}

/** What is still told of a subgroup. Of everybody else than a subgroup only what is told of it and of everybody. */
interface Open {
  rows(id: string): boolean;
  missing(id: string): boolean;
  performance(id: string): boolean;
  threshold(id: string, threshold: number): boolean;
}

function publisher(report: AuditReport, withheld: ReadonlySet<Unit>): { overall: string; open: Open } {
  const overall = report.subgroups.find(({ of }) => of.length === 0)?.id ?? "overall";
  const rest = (id: string): string[] =>
    /^not\((.*)\)$/s.exec(id) === null ? [id] : [/^not\((.*)\)$/s.exec(id)![1]!, overall];
  const told = (id: string, unit: (own: string) => Unit): boolean => rest(id).every((own) => !withheld.has(unit(own)));
  return {
    overall,
    open: {
      rows: (id) => told(id, unitOf.rows),
      missing: (id) => told(id, unitOf.missing),
      performance: (id) => told(id, unitOf.performance),
      threshold: (id, t) => told(id, unitOf.performance) && told(id, (own) => unitOf.threshold(own, t)),
    },
  };
}

function subgroupPart(s: ReportSubgroup, open: Open): ReportSubgroup {
  const [rows, performance, missing] = [open.rows(s.id), open.performance(s.id), open.missing(s.id)];
  const count = <T>(known: boolean, value: T): T | "SUPPRESSED" => (known ? value : "SUPPRESSED");
  const { happened, ...own } = s;
  return {
    ...own,
    ...(happened === undefined || !performance ? {} : { happened }),
    rows: count(rows, s.rows),
    share: rows && open.rows("overall") ? s.share : null,
    n: count(performance, s.n),
    events: count(performance, s.events),
    prevalence: performance ? s.prevalence : null,
    missingScore: count(missing, s.missingScore),
    missingScoreShare: missing && rows ? s.missingScoreShare : null,
    missingOutcome: count(missing, s.missingOutcome),
    missingOutcomeShare: missing && rows ? s.missingOutcomeShare : null,
  };
}

function estimatePart(e: ReportEstimate, open: Open): ReportEstimate {
  const counts = open.performance(e.subgroup);
  const told =
    !OF_ONE_PERSON.has(e.metric) && (e.threshold === undefined ? counts : open.threshold(e.subgroup, e.threshold));
  if (told) return e;
  return {
    metric: e.metric,
    ...(e.threshold === undefined ? {} : { threshold: e.threshold }),
    subgroup: e.subgroup,
    status: "undefined",
    value: null,
    interval: null,
    standardError: null,
    n: counts ? e.n : "SUPPRESSED",
    events: counts ? e.events : "SUPPRESSED",
    flags: [],
    reason: "SUPPRESSED",
  };
}

function contrastPart(c: ReportContrast, open: Open): ReportContrast {
  const told = (id: string): boolean =>
    c.threshold === undefined ? open.performance(id) : open.threshold(id, c.threshold);
  if (!OF_ONE_PERSON.has(c.metric) && told(c.subgroup) && told(c.against.subgroup)) return c;
  return {
    metric: c.metric,
    ...(c.threshold === undefined ? {} : { threshold: c.threshold }),
    subgroup: c.subgroup,
    against: c.against,
    scale: c.scale,
    status: "undefined",
    value: null,
    interval: null,
    p: null,
    inFamily: c.inFamily,
    margin: c.margin,
    verdict: "not_estimable",
    smallestDetectableGap: null,
    reason: "SUPPRESSED",
    flags: [],
    summary: "not-estimable",
  };
}

/** Curves of everybody, and of the levels of each attribute of which nothing is withheld; all at the same cuts. */
function curvesPart(
  report: AuditReport,
  whole: (id: string) => boolean,
  overall: string,
  minimum: number,
  round: number | undefined,
): ReportCurve[] {
  const open = report.attributes
    .filter(({ subgroups }) => subgroups.every(whole))
    .flatMap(({ subgroups }) => subgroups)
    .filter((id) =>
      report.curves.some((c) => c.subgroup === id && c.curve === "scoreDistribution" && c.status === "drawn"),
    );
  const shown = whole(overall) ? [overall, ...open] : [];
  const declared = report.study.thresholds.map(({ value: at }) => ({
    at,
    of: (id: string) => {
      const { n, events } = totalsOf(report, id);
      const rate = (metric: string): number => {
        const e = report.estimates.find((x) => x.metric === metric && x.threshold === at && x.subgroup === id);
        return typeof e?.value === "number" ? e.value : 0;
      };
      return {
        events: Math.round(rate("sensitivity") * events),
        nonEvents: n === events ? 0 : Math.round((1 - rate("specificity")) * (n - events)),
      };
    },
  }));
  const cuts: Cuts | undefined =
    round !== undefined || shown.length === 0 ? undefined : commonCuts(report, shown, declared, minimum);
  return report.curves.map((curve) => {
    if (curve.status === "undefined") return curve;
    if (cuts === undefined || !shown.includes(curve.subgroup)) return withheldCurve(curve);
    const { n, events } = totalsOf(report, curve.subgroup);
    return withoutPersons(curve, cuts, { events, nonEvents: n - events });
  });
}

function totalsOf({ subgroups }: AuditReport, id: string): { readonly n: number; readonly events: number } {
  const own = subgroups.find((s) => s.id === id);
  return { n: Number(own?.n ?? 0), events: Number(own?.events ?? 0) };
}
