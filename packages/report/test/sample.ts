import { planSchema } from "@auscult/core";
import { type Contrast, type Estimate, type Interval, type Verdict, workload } from "@auscult/metrics";
import { compose, type AuditReport, type ComposeInput, type Finding, type SubgroupFacts } from "../src/index.ts";
import { SAMPLE_ATTRIBUTES, type SampleAttribute, type SampleRow, sampleRows } from "./sample-cohort.ts";
import * as numbers from "./sample-numbers.ts";
import { SAMPLE_METRICS, SAMPLE_CURVES } from "./sample-metrics.ts";

const THRESHOLDS = [0.1, 0.2, 0.35];
const MARGIN = 0.05;

export interface SampleOptions {
  readonly rows?: number;
  readonly attributes?: readonly SampleAttribute[];
  readonly intersections?: readonly (readonly [string, string])[];
  readonly title?: string;
  readonly findings?: readonly Finding[];
  readonly change?: (input: ComposeInput) => ComposeInput;
}

/** A whole report of a made-up audit: realistic in shape, deterministic, no number of it means anything. */
export function sampleReport(options: SampleOptions = {}): AuditReport {
  const input = sampleInput(options);
  return compose(options.change?.(input) ?? input);
}

export function sampleInput(options: SampleOptions = {}): ComposeInput {
  const attributes = options.attributes ?? SAMPLE_ATTRIBUTES;
  const intersections = options.intersections ?? [["sex", "age"]];
  const all = sampleRows(options.rows ?? 8000, attributes);
  const groups = populations(all, attributes, intersections);
  const measured = new Map(groups.map((g) => [g.id, estimatesOf(g)]));
  return {
    auscultVersion: "0.1.0",
    created: "2026-11-24T09:00:00Z",
    plan: samplePlan(options.title ?? "Deterioration score at St. Elsewhere", attributes, intersections),
    planSha256: "3f1c".padEnd(64, "a7"),
    provenance: {
      files: [
        {
          file: "data/admissions-2025.csv.gz",
          sha256: "91e0".padEnd(64, "4b"),
          bytes: 1_204_551,
          rows: all.length + 731,
          format: "csv",
        },
      ],
      versions: [
        { name: "auscult", version: "0.1.0" },
        { name: "node", version: "20.20.0" },
        { name: "duckdb", version: "1.5.6" },
      ],
    },
    cohort: {
      ledger: {
        sources: [{ file: "data/admissions-2025.csv.gz", rows: all.length + 731 }],
        sourceRows: all.length + 731,
        steps: [{ id: "first-per-patient", label: "later predictions of the same patient", rows: 731 }],
        cohortRows: all.length,
        missingScore: 0,
        missingOutcome: all.filter((r) => r.missing).length,
        analysed: all.filter((r) => !r.missing).length,
      },
      patients: { distinct: all.length, repeated: false },
      weighted: false,
      attributes: attributes.map(({ id, label, reference }) => ({
        id,
        label,
        ...(reference === undefined ? {} : { reference }),
      })),
      subgroups: groups.map((g) => facts(g, all.length)),
    },
    thresholds: [
      { value: 0.1, how: "at", reason: "Below it nobody is reviewed." },
      { value: 0.2, how: "at", reason: "The manufacturer's alert threshold." },
      {
        value: 0.35,
        how: "topFraction",
        requested: 0.1,
        flagged: 803,
        reason: "The ward can review one patient in ten.",
      },
    ],
    familyPer: "attribute",
    metrics: SAMPLE_METRICS,
    curveKinds: SAMPLE_CURVES,
    estimates: [...measured.values()].flat(),
    contrasts: holm(groups.flatMap((g) => contrastsOf(g, groups, measured, attributes))),
    curves: groups.filter((g) => g.of.length <= 1).flatMap(curvesOf),
    findings: options.findings ?? [],
    workload: workload([...measured.values()].flat(), 40),
  };
}

interface Population {
  readonly id: string;
  readonly of: readonly { readonly attribute: string; readonly level: string }[];
  readonly all: readonly SampleRow[];
  readonly rows: readonly SampleRow[];
}

function populations(
  all: readonly SampleRow[],
  attributes: readonly SampleAttribute[],
  intersections: readonly (readonly [string, string])[],
): Population[] {
  const made = (of: Population["of"], rows: readonly SampleRow[]): Population => ({
    id: of.length === 0 ? "overall" : of.map((m) => `${m.attribute}=${m.level}`).join("&"),
    of,
    all: rows,
    rows: rows.filter((r) => !r.missing),
  });
  const at = (id: string): number => attributes.findIndex((a) => a.id === id);
  const single = attributes.flatMap((a, i) =>
    a.levels.map(({ level }) =>
      made(
        [{ attribute: a.id, level }],
        all.filter((r) => r.levels[i] === level),
      ),
    ),
  );
  const crossed = intersections.flatMap(([a, b]) =>
    attributes[at(a)].levels.flatMap((x) =>
      attributes[at(b)].levels.map((y) =>
        made(
          [
            { attribute: a, level: x.level },
            { attribute: b, level: y.level },
          ],
          all.filter((r) => r.levels[at(a)] === x.level && r.levels[at(b)] === y.level),
        ),
      ),
    ),
  );
  return [made([], all), ...single, ...crossed];
}

function facts({ id, of, all, rows }: Population, total: number): SubgroupFacts {
  const events = rows.filter((r) => r.event).length;
  const missing = all.length - rows.length;
  return {
    id,
    of,
    rows: all.length,
    n: rows.length,
    events,
    missingScore: 0,
    missingOutcome: missing,
    share: all.length / total,
    prevalence: rows.length === 0 ? null : events / rows.length,
    missingScoreShare: all.length === 0 ? null : 0,
    missingOutcomeShare: all.length === 0 ? null : missing / all.length,
  };
}

const interval = (n: numbers.Number_, method: Interval["method"]): Interval => ({
  low: n.low,
  high: n.high,
  level: 0.95,
  method,
});

function estimatesOf({ id, rows }: Population): Estimate[] {
  const events = rows.filter((r) => r.event);
  const flags: Estimate["flags"] = events.length < 10 ? ["FEW_EVENTS"] : [];
  const make = (
    metric: string,
    n: numbers.Number_ | undefined,
    method: Interval["method"],
    threshold?: number,
  ): Estimate => ({
    metric,
    ...(threshold === undefined ? {} : { threshold }),
    subgroup: id,
    n: rows.length,
    events: events.length,
    ...(n === undefined
      ? {
          status: "undefined",
          value: null,
          interval: null,
          standardError: null,
          flags: [],
          reason: rows.length === 0 ? "NO_ROWS" : "ONE_CLASS",
        }
      : { status: "estimated", value: n.value, interval: interval(n, method), standardError: n.se, flags }),
  });
  const at = THRESHOLDS.flatMap((t) => {
    const flagged = rows.filter((r) => r.score >= t);
    const hits = flagged.filter((r) => r.event).length;
    const clear = rows.length - flagged.length;
    const passed = clear - (events.length - hits);
    return [
      make("sensitivity", numbers.proportion(hits, events.length), "wilson", t),
      make("specificity", numbers.proportion(passed, rows.length - events.length), "wilson", t),
      make("ppv", numbers.proportion(hits, flagged.length), "wilson", t),
      make("npv", numbers.proportion(passed, clear), "wilson", t),
      make("selectionRate", numbers.proportion(flagged.length, rows.length), "wilson", t),
      make("netBenefit", numbers.netBenefit(rows, t), "wald", t),
    ];
  });
  return [
    make("auroc", numbers.auroc(rows), "logit-t"),
    make("observedExpectedRatio", numbers.observedExpected(rows), "wilson-scaled"),
    make("calibrationSlope", numbers.slope(rows), "wald"),
    ...at,
  ];
}

function contrastsOf(
  group: Population,
  groups: readonly Population[],
  measured: ReadonlyMap<string, readonly Estimate[]>,
  attributes: readonly SampleAttribute[],
): Contrast[] {
  if (group.of.length !== 1) return [];
  const [{ attribute, level }] = group.of as [{ attribute: string; level: string }];
  const reference = attributes.find((a) => a.id === attribute)?.reference;
  if (reference === undefined || reference.level === level) return [];
  const other = groups.find((g) => g.id === `${attribute}=${reference.level}`)!;
  return measured.get(group.id)!.flatMap((a, i): Contrast[] => {
    const b = measured.get(other.id)![i];
    if (!["auroc", "sensitivity", "observedExpectedRatio"].includes(a.metric)) return [];
    const inFamily = a.metric === "auroc";
    const ratio = a.metric === "observedExpectedRatio";
    const base = {
      metric: a.metric,
      ...(a.threshold === undefined ? {} : { threshold: a.threshold }),
      subgroup: group.id,
      against: { kind: "reference" as const, subgroup: other.id, reason: reference.reason },
      scale: ratio ? ("ratio" as const) : ("difference" as const),
      inFamily,
      flags: a.flags,
    };
    const margin = inFamily ? { low: -MARGIN, high: MARGIN } : null;
    if (a.interval === null || b.interval === null || (ratio && (a.value === 0 || b.value === 0)))
      return [
        {
          ...base,
          status: "undefined",
          value: null,
          interval: null,
          p: null,
          margin,
          verdict: "not_estimable",
          smallestDetectableGap: null,
          reason: a.reason ?? "ONE_CLASS",
        },
      ];
    const se = ratio
      ? Math.hypot(a.standardError! / a.value!, b.standardError! / b.value!)
      : Math.hypot(a.standardError!, b.standardError!);
    const d = ratio ? Math.log(a.value! / b.value!) : a.value! - b.value!;
    const [low, high] = [d - 1.96 * se, d + 1.96 * se].map((x) => (ratio ? Math.exp(x) : x)) as [number, number];
    return [
      {
        ...base,
        status: "estimated",
        value: ratio ? Math.exp(d) : d,
        interval: { low, high, level: 0.95, method: "mover" },
        p: se === 0 ? 1 : Math.min(1, 2 * Math.exp(-0.717 * (Math.abs(d) / se) - 0.416 * (d / se) ** 2) * 0.5),
        margin,
        verdict: margin === null ? "margin_not_declared" : verdictOf(low, high),
        smallestDetectableGap: ratio ? null : 2.8 * se,
      },
    ];
  });
}

function verdictOf(low: number, high: number): Verdict {
  if (low >= MARGIN || high <= -MARGIN) return "inequity_demonstrated";
  if (low > -MARGIN && high < MARGIN) return low > 0 || high < 0 ? "equivalent_but_different" : "equivalent";
  return low > 0 || high < 0 ? "difference_of_uncertain_relevance" : "inconclusive";
}

function holm(contrasts: readonly Contrast[]): Contrast[] {
  const family = contrasts.filter((c) => c.inFamily && c.p !== null).toSorted((a, b) => a.p! - b.p!);
  const adjusted = new Map<Contrast, number>();
  let floor = 0;
  family.forEach((c, i) => {
    floor = Math.max(floor, Math.min(1, c.p! * (family.length - i)));
    adjusted.set(c, floor);
  });
  return contrasts.map((c) => (adjusted.has(c) ? { ...c, pAdjusted: adjusted.get(c)! } : c));
}

function curvesOf({ id, rows }: Population): ComposeInput["curves"] {
  const columns: [string, ReturnType<typeof numbers.rocCurve>][] = [
    ["roc", numbers.rocCurve(rows)],
    ["precisionRecall", numbers.precisionRecallCurve(rows)],
    ["calibrationCurve", numbers.calibrationCurve(rows)],
    ["decisionCurve", numbers.decisionCurve(rows, 0.05, 0.4)],
    ["scoreDistribution", rows.length === 0 ? undefined : numbers.distribution(rows)],
  ];
  return columns.map(([curve, points]) => ({
    curve,
    subgroup: id,
    points: points === undefined ? { status: "undefined", reason: "TOO_FEW_EVENTS" } : { columns: points, flags: [] },
  }));
}

function samplePlan(
  title: string,
  attributes: readonly SampleAttribute[],
  intersections: readonly (readonly [string, string])[],
): ComposeInput["plan"] {
  return planSchema.parse({
    auscult: 1,
    title,
    model: {
      name: "Deterioration score",
      version: "2.4",
      manufacturer: "Northwind Clinical A/S",
      intendedPurpose:
        "Gives every adult admitted to a medical ward a probability of death or unplanned intensive care within 48 hours, so that the nurse in charge reviews the highest first.",
    },
    data: { source: "data/admissions-2025.csv.gz" },
    score: { column: "risk", kind: "probability", direction: "higher-is-riskier" },
    outcome: {
      column: "deteriorated",
      positive: "1",
      description:
        "Death or unplanned transfer to intensive care within 48 hours of the score, from the ward register.",
      horizon: "48 hours",
    },
    patient: "patient",
    unitOfAnalysis: { unit: "patient", take: "first", by: "patient", orderBy: "scored_at" },
    thresholds: [
      { at: 0.1, reason: "Below it nobody is reviewed." },
      { at: 0.2, reason: "The manufacturer's alert threshold." },
      { topFraction: 0.1, reason: "The ward can review one patient in ten." },
    ],
    subgroups: attributes.map(({ id, label, reference }) => ({
      id,
      label,
      column: id,
      ...(reference === undefined ? {} : { reference }),
    })),
    intersections,
    primary: { metric: "auroc", reason: "The ward reviews in order of risk, so ranking is what matters." },
    margins: {
      auroc: { difference: MARGIN, reason: "Agreed with the ward's consultants before the data were opened." },
    },
    utility: { thresholds: [0.05, 0.4], reason: "No consultant would act below 5 % or wait above 40 %." },
  });
}

/** The same without an optional key. */
export function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> & { [k in K]?: never } {
  return Object.fromEntries(Object.entries(whole).filter(([k]) => k !== key)) as Omit<T, K> & { [k in K]?: never };
}
