import { type AuditPlan, type Cohort, NOT_RECORDED } from "@auscult/core";
import type { Finding, FindingTable } from "../finding.ts";
import {
  type CellDrift,
  cellVerdict,
  type FeatureCell,
  featureDrift,
  featureVerdict,
} from "../monitoring/feature-drift.ts";
import type { Monitored } from "../monitoring/monitored.ts";
import type { Label, Phrase } from "../phrases.ts";
import { isUndefined } from "../result.ts";

type FeaturesPlan = NonNullable<NonNullable<AuditPlan["monitoring"]>["features"]>;

interface Feature {
  readonly column: string;
  readonly label: string;
  readonly numeric: boolean;
  readonly analyte?: string;
  readonly values: Float64Array;
}

/** One finding for each input that is followed: changed units, shifted medians and what is missing, by source and period. */
export function featureDriftFindings(
  cohort: Cohort,
  { monitoring, policy }: AuditPlan,
  monitored: Monitored,
): Finding[] {
  const section = monitoring?.features;
  if (section === undefined) return [];
  const features = featuresOf(cohort, section);
  const sources = sourcesOf(cohort, section);
  const cells = features.map((feature) => cellsOf(cohort, monitored, feature, sources.codes));
  const isBaseline = (period: number): boolean => period < monitored.baselinePeriods;
  const tests = cells.flat().filter(({ period }) => !isBaseline(period)).length * 2;
  const level = 1 - (1 - policy.level) / Math.max(1, tests);
  return features.map((feature, i) => {
    const { numeric, analyte } = feature;
    const drift = featureDrift(cells[i]!, isBaseline, {
      level,
      numeric,
      ...(analyte === undefined ? {} : { analyte }),
    });
    return findingOf(feature, drift, section, sources.names, monitored, { tests, level, alpha: 1 - policy.level });
  });
}

function featuresOf({ columns }: Cohort, { numeric, categorical }: FeaturesPlan): Feature[] {
  return [
    ...numeric.map(({ column, label = column, analyte }) => ({
      column,
      label,
      numeric: true,
      ...(analyte === undefined ? {} : { analyte }),
      values: columns.numeric.get(column)!,
    })),
    ...categorical.map((column) => ({
      column,
      label: column,
      numeric: false,
      values: columns.categorical.get(column)!.codes,
    })),
  ];
}

/** Where values come from; one source of all where the plan names none. Level 0 is "not recorded". */
function sourcesOf(
  { columns, rows }: Cohort,
  { by }: FeaturesPlan,
): { readonly names: Label[]; readonly codes: Int32Array } {
  if (by === undefined) return { names: [{ say: "everybody" }], codes: new Int32Array(rows) };
  const { levels, codes } = columns.categorical.get(by)!;
  return {
    names: [NOT_RECORDED, ...levels],
    codes: Int32Array.from(codes, (code) => (Number.isNaN(code) ? 0 : code + 1)),
  };
}

/** One value a person in each cell: the first in it. */
function cellsOf(
  cohort: Cohort,
  { periodOfRow, periods }: Monitored,
  { values }: Feature,
  source: Int32Array,
): FeatureCell[] {
  const found = new Map<number, { readonly values: number[]; readonly seen: Set<number> }>();
  for (let row = 0; row < cohort.rows; row++) {
    const period = periodOfRow[row]!;
    if (period < 0) continue;
    const key = source[row]! * periods.length + period;
    const cell = found.get(key) ?? { values: [], seen: new Set<number>() };
    found.set(key, cell);
    const who = cohort.patient?.[row];
    if (who !== undefined && cell.seen.has(who)) continue;
    if (who !== undefined) cell.seen.add(who);
    cell.values.push(values[row]!);
  }
  return [...found.entries()]
    .sort(([a], [b]) => a - b)
    .map(([key, cell]) => ({
      source: Math.floor(key / periods.length),
      period: key % periods.length,
      values: Float64Array.from(cell.values),
    }));
}

function findingOf(
  feature: Feature,
  drift: readonly CellDrift[],
  section: FeaturesPlan,
  sources: readonly Label[],
  { periods, baselinePeriods }: Monitored,
  { tests, level, alpha }: { readonly tests: number; readonly level: number; readonly alpha: number },
): Finding {
  const verdict = baselinePeriods === 0 ? "not_assessable" : featureVerdict(drift, section);
  const { label, numeric } = feature;
  return {
    id: `drift:${feature.column}`,
    kind: "drift",
    subject: label,
    verdict,
    ...(verdict === "not_assessable" ? { reason: "MISSING_INPUT" as const } : {}),
    scope: "local",
    exploratory: false,
    notes: [
      ...(baselinePeriods === 0 ? [] : changesOf(drift, section, label, sources, (place) => periods[place]!.label)),
      {
        say: "featureMargins",
        with: { low: section.median[0], high: section.median[1], missing: section.missing, reason: section.reason },
      },
      { say: "featureFamily", with: { tests, alpha } },
    ],
    numbers: [],
    tables: [table(drift, numeric, sources, (place) => periods[place]!.label, level)],
    charts: numeric
      ? [
          {
            id: "medians",
            title: { say: "mediansOver", with: { feature: label } },
            table: "sources",
            x: "period",
            y: "ratio",
            low: "low",
            high: "high",
            series: "source",
            log: true,
            rules: [
              { axis: "y", at: section.median[0], kind: "margin", label: { say: "smallestThatDoesNotMatter" } },
              { axis: "y", at: section.median[1], kind: "margin", label: { say: "largestThatDoesNotMatter" } },
            ],
          },
        ]
      : [],
    source: ["Finlayson et al. (2021) N Engl J Med 385:283-286"],
  };
}

/** The changes in words: since when, at which source, and what it looks like. */
function changesOf(
  drift: readonly CellDrift[],
  section: FeaturesPlan,
  feature: string,
  sources: readonly Label[],
  periodAt: (place: number) => string,
): Phrase[] {
  return [...new Set(drift.map(({ source }) => source))].flatMap((source): Phrase[] => {
    const later = drift.filter((cell) => cell.source === source && !cell.inBaseline);
    const where = sources[source]!;
    const from = typeof where === "string" ? where : { say: "everybody" as const };
    const positions = later.map((cell) => cellVerdict(cell, section));
    const unit = later.findIndex((cell, i) => cell.unit !== undefined && positions[i]!.median !== "within");
    const shift = positions.findIndex(({ median }) => median === "beyond");
    const missing = positions.findIndex((position) => position.missing === "beyond");
    return [
      ...(unit < 0
        ? shift < 0
          ? []
          : [{ say: "medianShifted" as const, with: { feature, source: from, since: periodAt(later[shift]!.period) } }]
        : [unitPhrase(later[unit]!, feature, from, periodAt)]),
      ...(missing < 0
        ? []
        : [
            {
              say: "missingShifted" as const,
              with: { feature, source: from, since: periodAt(later[missing]!.period) },
            },
          ]),
    ];
  });
}

function unitPhrase(
  { unit, period }: CellDrift,
  feature: string,
  source: string | Phrase,
  periodAt: (place: number) => string,
): Phrase {
  const { conversion, of, medianRatio } = unit!;
  const { here, reference, convert, decimal } = conversion;
  const facts = { feature, source, since: periodAt(period), here, before: reference, factor: convert(1) - convert(0) };
  if (of === "some") return { say: "unitOfSomeChanged", with: facts };
  return { say: decimal ? "decimalMoved" : "unitChanged", with: { ...facts, ratio: medianRatio } };
}

function table(
  drift: readonly CellDrift[],
  numeric: boolean,
  sources: readonly Label[],
  periodAt: (place: number) => string,
  level: number,
): FindingTable {
  return {
    id: "sources",
    caption: { say: "featureBySource", with: { level } },
    columns: [
      { id: "source", label: { say: "sourceOfValues" }, unit: "text" },
      { id: "period", label: { say: "period" }, unit: "text" },
      { id: "rows", label: { say: "rows" }, unit: "count" },
      ...(numeric
        ? ([
            { id: "median", label: { say: "median" }, unit: "number" },
            { id: "ratio", label: { say: "medianOverBaseline" }, unit: "ratio" },
            { id: "low", label: { say: "low" }, unit: "ratio" },
            { id: "high", label: { say: "high" }, unit: "ratio" },
          ] as const)
        : []),
      { id: "missing", label: { say: "shareMissing" }, unit: "proportion" },
      { id: "change", label: { say: "missingLessBaseline" }, unit: "number" },
      { id: "changeLow", label: { say: "low" }, unit: "number" },
      { id: "changeHigh", label: { say: "high" }, unit: "number" },
      { id: "remark", label: { say: "remark" }, unit: "text" },
    ],
    rows: drift.map((cell) => {
      const { source, period, rows, missing, median, ratio, missingChange, inBaseline } = cell;
      const known = ratio === undefined || isUndefined(ratio) ? undefined : ratio;
      return [
        sources[source]!,
        periodAt(period),
        rows,
        ...(numeric
          ? [isUndefined(median) ? null : median.value, known?.value ?? null, known?.low ?? null, known?.high ?? null]
          : []),
        missing / rows,
        missingChange?.value ?? null,
        missingChange?.low ?? null,
        missingChange?.high ?? null,
        inBaseline ? { say: "baselinePeriod" as const } : null,
      ];
    }),
  };
}
