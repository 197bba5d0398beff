import { type AuditPlan, countRows, subgroup } from "@auscult/core";
import type { FindingChart, FindingTable, FindingUnit } from "../finding.ts";
import type { Measured } from "../estimate.ts";
import { type Monitored, PERIOD } from "../monitoring/monitored.ts";
import type { MonitoringTest } from "../monitoring/population-result.ts";
import type { Label, Phrase } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import { MONITORED, type PopulationOverTime } from "./population-over-time.ts";
import { limits } from "./numbers.ts";

interface Drawn {
  readonly tables: readonly FindingTable[];
  readonly charts: readonly FindingChart[];
}

/** A table of each metric by period, with limits and what is to be known of the period. */
export function periodTables(
  { population, periods: measured }: PopulationOverTime,
  monitored: Monitored,
  plan: AuditPlan,
  who: Label,
  threshold: number | undefined,
): Drawn {
  const rows = countRows(
    monitored.tally,
    monitored.periods.map(({ label }) => subgroup(...population.of, { attribute: PERIOD, level: label })),
  );
  const remarks = monitored.periods.map((_, i): Phrase | null => {
    const { analysed, events, rows: all } = rows[i]!;
    if (all === 0) return { say: "noPatientsHere" };
    if (analysed === 0) return { say: "noneDueHere" };
    if (events === 0) return { say: "noEventsHere" };
    if (events === analysed) return { say: "onlyEventsHere" };
    const minimum = plan.monitoring!.minimumEvents;
    if (events < minimum) return { say: "fewEventsHere", with: { minimum } };
    return i < monitored.baselinePeriods ? { say: "baselinePeriod" } : null;
  });
  const tables = MONITORED.flatMap(({ id, unit }): FindingTable[] => {
    const name = metricName(id, threshold);
    if (name === undefined) return [];
    const of = (i: number): Measured | undefined => measured[i]!.find(({ metric }) => metric.id === id);
    return [
      {
        id,
        caption: { say: "metricByPeriod", with: { metric: name, who } },
        columns: [
          { id: "period", label: { say: "period" }, unit: "text" },
          { id: "rows", label: { say: "rows" }, unit: "count" },
          { id: "events", label: { say: "events" }, unit: "count" },
          { id: "value", label: name, unit: shownAs(id, unit) },
          { id: "low", label: { say: "low" }, unit: shownAs(id, unit) },
          { id: "high", label: { say: "high" }, unit: shownAs(id, unit) },
          { id: "remark", label: { say: "remark" }, unit: "text" },
        ],
        rows: monitored.periods.map(({ label }, i) => {
          const estimate = of(i)?.estimate;
          const value = estimate?.value ?? null;
          return [
            label,
            id === "selectionRate" ? (estimate?.n ?? 0) : rows[i]!.analysed,
            rows[i]!.events,
            value,
            ...limits(value === null ? null : estimate?.interval),
            remarks[i]!,
          ];
        }),
      },
    ];
  });
  return { tables, charts: tables.flatMap(({ id, caption }) => chartOf(id, caption, monitored)) };
}

/** Drawn over time: calibration, ranking and the share flagged; the others are in their tables. */
function chartOf(id: string, title: Label, { baselinePeriods, periods }: Monitored): FindingChart[] {
  if (id !== "observedExpectedRatio" && id !== "auroc" && id !== "selectionRate") return [];
  const ratio = id === "observedExpectedRatio";
  const last = periods[baselinePeriods - 1];
  return [
    {
      id,
      title,
      table: id,
      x: "period",
      y: "value",
      low: "low",
      high: "high",
      ...(ratio ? { log: true } : {}),
      rules: [
        ...(ratio ? [{ axis: "y", at: 1, kind: "ideal", label: { say: "asPredicted" } } as const] : []),
        ...(last === undefined
          ? []
          : [{ axis: "x", at: last.label, kind: "threshold", label: { say: "baselineEnds" } } as const]),
      ],
    },
  ];
}

function metricName(id: string, threshold: number | undefined): Phrase | undefined {
  if (id === "observedExpectedRatio") return { say: "observedExpectedWord" };
  if (id === "calibrationInTheLarge") return { say: "calibrationInTheLargeWord" };
  if (id === "auroc") return { say: "aurocWord" };
  if (id === "prevalence") return { say: "prevalenceWord" };
  return threshold === undefined ? undefined : { say: "alertRateWord", with: { threshold } };
}

/** An AUROC is written as a number, as everywhere in a report, and not in percent. */
function shownAs(id: string, unit: string): FindingUnit {
  if (id === "auroc") return "number";
  return unit === "ratio" || unit === "log-odds" || unit === "probability" || unit === "proportion" ? unit : "number";
}

/** Every test for a change, and when it showed. */
export function signalsTable(
  { chart }: PopulationOverTime,
  tests: readonly MonitoringTest[],
  periodOf: (row: number) => string,
): FindingTable {
  const when = (place: number | undefined): string | null =>
    place === undefined || chart === undefined || isUndefined(chart) ? null : periodOf(chart.rows[place]!);
  return {
    id: "signals",
    caption: { say: "signalsCaption" },
    columns: [
      { id: "what", label: { say: "whatChanged" }, unit: "text" },
      { id: "at", label: { say: "chartPassedLimit" }, unit: "text" },
      { id: "since", label: { say: "changeBegan" }, unit: "text" },
      { id: "maximum", label: { say: "chartMaximum" }, unit: "number" },
      { id: "limit", label: { say: "chartLimit" }, unit: "number" },
      { id: "p", label: { say: "pUnadjusted" }, unit: "p" },
      { id: "pAdjusted", label: { say: "pOverFamily" }, unit: "p" },
      { id: "power", label: { say: "chanceToShow" }, unit: "proportion" },
    ],
    rows: tests.map(({ what, chart: side, change, p, pAdjusted, power, shown }) => [
      nameOfTest(what, shown, change?.value ?? null),
      when(side?.signal?.at),
      when(side?.signal?.since),
      side?.maximum ?? null,
      side?.limit ?? null,
      p,
      pAdjusted,
      power,
    ]),
  };
}

function nameOfTest(what: MonitoringTest["what"], shown: boolean, change: number | null): Phrase {
  if (what === "more-events") return { say: "moreEventsThanExpected" };
  if (what === "fewer-events") return { say: "fewerEventsThanExpected" };
  if (!shown || change === null) return { say: "rankingTested" };
  return { say: change < 0 ? "rankingWorse" : "rankingBetter" };
}
