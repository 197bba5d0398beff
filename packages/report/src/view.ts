import { NOT_RECORDED } from "@auscult/core";
import type {
  AuditReport,
  ReportAttribute,
  ReportContrast,
  ReportCurve,
  ReportEstimate,
  ReportMetric,
  ReportSubgroup,
} from "./audit-report.ts";
import { numbersIn, type Numbers, type Unit } from "./format-number.ts";
import type { Words } from "./words.ts";

/** A report with a language: look-ups and names, so that sections and charts only choose and arrange. */
export interface View {
  readonly report: AuditReport;
  readonly words: Words;
  readonly numbers: Numbers;
  readonly overall: ReportSubgroup | undefined;
  metric(id: string): ReportMetric;
  metricName(id: string, threshold?: number): string;
  metricMeaning(id: string): string | undefined;
  curveName(id: string): string;
  /** What a difference in a unit is counted in: "percentage points", the outcome's own unit, or nothing. */
  unitName(unit: Unit): string;
  subgroup(id: string): ReportSubgroup | undefined;
  /** "Sex: female"; "everybody" for overall. */
  subgroupName(id: string): string;
  /** "female"; "female, 65–79" for an intersection. */
  levelName(id: string): string;
  estimate(metric: string, threshold: number | undefined, subgroup: string): ReportEstimate | undefined;
  contrast(metric: string, threshold: number | undefined, subgroup: string): ReportContrast | undefined;
  curve(curve: string, subgroup: string): ReportCurve | undefined;
  /** Attributes with one column; intersections are in `report.attributes` too. */
  readonly attributes: readonly ReportAttribute[];
  readonly intersections: readonly ReportAttribute[];
}

const key = (...parts: (string | number | undefined)[]): string => JSON.stringify(parts.map((p) => p ?? null));

export function view(report: AuditReport, words: Words): View {
  const numbers = numbersIn(words.numbers);
  const metrics = new Map(report.metrics.map((m) => [m.id, m]));
  const subgroups = new Map(report.subgroups.map((s) => [s.id, s]));
  const estimates = new Map(report.estimates.map((e) => [key(e.metric, e.threshold, e.subgroup), e]));
  const contrasts = new Map(report.contrasts.map((c) => [key(c.metric, c.threshold, c.subgroup), c]));
  const curves = new Map(report.curves.map((c) => [key(c.curve, c.subgroup), c]));
  const levelText = (level: string): string => (level === NOT_RECORDED ? words.label.notRecorded : level);
  const { outcome } = report.study;
  const unitName = (unit: Unit): string =>
    unit === "amount" && outcome.kind === "continuous" ? outcome.unit : words.differenceUnit[unit];
  const metricNamed = (id: string): string => {
    const facts = metrics.get(id);
    const base = facts?.of?.metric ?? id;
    const name = words.metric[base]?.name ?? facts?.name ?? id;
    if (facts?.of !== undefined) return words.sentence.ofClass(name, facts.of.level);
    return facts?.unit === "amount" ? words.sentence.inUnit(name, unitName("amount")) : name;
  };
  const curveKinds = new Map(report.curveKinds.map((c) => [c.id, c]));
  return {
    report,
    words,
    numbers,
    overall: report.subgroups.find((s) => s.of.length === 0),
    attributes: report.attributes.filter((a) => a.crosses === undefined),
    intersections: report.attributes.filter((a) => a.crosses !== undefined),
    metric: (id) => metrics.get(id) ?? unknownMetric(id),
    metricName: (id, threshold) =>
      threshold === undefined ? metricNamed(id) : words.sentence.atThreshold(metricNamed(id), numbers.plain(threshold)),
    metricMeaning: (id) => words.metric[metrics.get(id)?.of?.metric ?? id]?.meaning,
    curveName: (id) => {
      const facts = curveKinds.get(id);
      const name = words.curve[facts?.of?.curve ?? id]?.name ?? facts?.name ?? id;
      return facts?.of === undefined ? name : words.sentence.ofClass(name, facts.of.level);
    },
    unitName,
    subgroup: (id) => subgroups.get(id),
    subgroupName: (id) => {
      const of = subgroups.get(id)?.of ?? [];
      if (of.length > 0) return of.map((m) => `${m.label}: ${levelText(m.level)}`).join(", ");
      return id === "overall" ? words.label.everybody : words.label.everybodyElse;
    },
    levelName: (id) => {
      const of = subgroups.get(id)?.of ?? [];
      return of.length === 0 ? words.label.everybody : of.map((m) => levelText(m.level)).join(", ");
    },
    estimate: (metric, threshold, subgroup) => estimates.get(key(metric, threshold, subgroup)),
    contrast: (metric, threshold, subgroup) => contrasts.get(key(metric, threshold, subgroup)),
    curve: (curve, subgroup) => curves.get(key(curve, subgroup)),
  };
}

/** A metric that the report gives no facts of: shown by its id, as a plain number, never guessed to be better or worse. */
function unknownMetric(id: string): ReportMetric {
  return {
    id,
    name: id,
    family: "threshold",
    unit: "score",
    range: ["-infinity", "infinity"],
    ideal: null,
    better: "neither",
    thresholded: false,
    contrast: "difference",
    headline: false,
    source: [],
  };
}
