import { roundCounts, wilsonLimits } from "@auscult/metrics";
import type { AuditReport, ReportContrast, ReportEstimate, ReportSubgroup } from "@auscult/report";

type Count = number | "SUPPRESSED";

/** Decimals of everything that is not a rate of rounded counts. */
const DECIMALS = 2;

/**
 * Counts rounded to multiples of `base`, each by itself; rates and their intervals made of the rounded counts; every other
 * number to two decimals, without standard errors: an exact number beside them would give the counts back.
 */
export function rounded(report: AuditReport, base: number): AuditReport {
  const count = (n: Count): Count => (n === "SUPPRESSED" ? n : roundCounts([n], base)[0]!);
  const { ledger } = report;
  const rate = (part: Count, all: Count): number | null => {
    const [a, b] = [count(part), count(all)];
    return typeof a === "number" && typeof b === "number" && b > 0 ? Math.min(1, a / b) : null;
  };
  const overall = report.subgroups.find(({ id }) => id === "overall");
  return {
    ...report,
    study: {
      ...report.study,
      ...(report.study.patients === undefined
        ? {}
        : { patients: { ...report.study.patients, distinct: count(report.study.patients.distinct) } }),
      thresholds: report.study.thresholds.map(({ flagged, ...rest }) =>
        flagged === undefined ? rest : { ...rest, flagged: Number(count(flagged)) },
      ),
    },
    provenance: {
      ...report.provenance,
      files: report.provenance.files.map(({ rows, ...file }) =>
        rows === undefined ? file : { ...file, rows: Number(count(rows)) },
      ),
    },
    ledger: {
      sources: ledger.sources.map((s) => ({ ...s, rows: count(s.rows) })),
      sourceRows: count(ledger.sourceRows),
      steps: ledger.steps.map((s) => ({ ...s, rows: count(s.rows) })),
      cohortRows: count(ledger.cohortRows),
      missingScore: count(ledger.missingScore),
      missingOutcome: count(ledger.missingOutcome),
      ...(ledger.notMatured === undefined ? {} : { notMatured: count(ledger.notMatured) }),
      analysed: count(ledger.analysed),
    },
    subgroups: report.subgroups.map((s) => ({
      ...withoutHappened(s),
      rows: count(s.rows),
      share: s.share === null ? null : rate(s.rows, overall?.rows ?? "SUPPRESSED"),
      n: count(s.n),
      events: count(s.events),
      prevalence: s.prevalence === null ? null : rate(s.events, s.n),
      missingScore: count(s.missingScore),
      missingScoreShare: s.missingScoreShare === null ? null : rate(s.missingScore, s.rows),
      missingOutcome: count(s.missingOutcome),
      missingOutcomeShare: s.missingOutcomeShare === null ? null : rate(s.missingOutcome, s.rows),
    })),
    estimates: report.estimates.map((e) => estimate(report, e, base, count)),
    contrasts: report.contrasts.map(contrast),
    workload: [],
  };
}

function withoutHappened({ happened: _happened, ...s }: ReportSubgroup): ReportSubgroup {
  return s;
}

/** Rates of which the report has both counts, made again; other numbers of thresholds are withheld. */
const RATES: Readonly<Record<string, (c: Flagged) => readonly [part: number, all: number]>> = {
  sensitivity: (c) => [c.tp, c.events],
  falseNegativeRate: (c) => [c.events - c.tp, c.events],
  specificity: (c) => [c.nonEvents - c.fp, c.nonEvents],
  falsePositiveRate: (c) => [c.fp, c.nonEvents],
  ppv: (c) => [c.tp, c.tp + c.fp],
  npv: (c) => [c.nonEvents - c.fp, c.nonEvents - c.fp + c.events - c.tp],
  selectionRate: (c) => [c.tp + c.fp, c.events + c.nonEvents],
  prevalence: (c) => [c.events, c.events + c.nonEvents],
};

interface Flagged {
  readonly tp: number;
  readonly fp: number;
  readonly events: number;
  readonly nonEvents: number;
}

function estimate(report: AuditReport, e: ReportEstimate, base: number, count: (n: Count) => Count): ReportEstimate {
  const { nEffective: _effective, guardedInterval: _guarded, intervalWithheld: _withheld, ...own } = e;
  const counted = { ...own, n: count(e.n), events: count(e.events), standardError: null };
  if (e.value === null || typeof e.n !== "number" || typeof e.events !== "number") return counted;
  const make = RATES[e.metric];
  if (make !== undefined) {
    const [part, all] = make(flagged(report, e, e.events, e.n - e.events)).map((n) => roundCounts([n], base)[0]!) as [
      number,
      number,
    ];
    if (all > 0) {
      const level = e.interval?.level ?? report.study.policy.level;
      const { value, low, high } = wilsonLimits({ hits: Math.min(part, all), rows: all }, level);
      return { ...counted, value, interval: { low, high, level, method: "wilson" } };
    }
  }
  if (e.threshold !== undefined || make !== undefined)
    return { ...counted, status: "undefined", value: null, interval: null, flags: [], reason: "SUPPRESSED" };
  return { ...counted, value: coarse(e.value), interval: coarseInterval(e.interval) };
}

function flagged({ estimates }: AuditReport, e: ReportEstimate, events: number, nonEvents: number): Flagged {
  const rate = (metric: string): number => {
    const own = estimates.find((x) => x.metric === metric && x.threshold === e.threshold && x.subgroup === e.subgroup);
    return typeof own?.value === "number" ? own.value : 0;
  };
  return { tp: rate("sensitivity") * events, fp: (1 - rate("specificity")) * nonEvents, events, nonEvents };
}

function contrast(c: ReportContrast): ReportContrast {
  const { verdictInterval, pAdjusted, ...own } = c;
  return {
    ...own,
    value: coarse(c.value),
    interval: coarseInterval(c.interval),
    ...(verdictInterval === undefined ? {} : { verdictInterval: coarseInterval(verdictInterval) }),
    p: c.p === null ? null : Number(c.p.toFixed(DECIMALS)),
    ...(pAdjusted === undefined ? {} : { pAdjusted: Number(pAdjusted.toFixed(DECIMALS)) }),
    smallestDetectableGap: coarse(c.smallestDetectableGap),
  };
}

function coarse<T extends ReportEstimate["value"]>(value: T): T {
  return (typeof value === "number" ? Number(value.toFixed(DECIMALS)) : value) as T;
}

function coarseInterval<T extends ReportEstimate["interval"]>(interval: T): T {
  return interval === null ? interval : { ...interval, low: coarse(interval.low), high: coarse(interval.high) };
}
