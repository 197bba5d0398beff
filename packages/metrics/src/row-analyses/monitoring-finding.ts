import type { AuditPlan, Cohort, Subgroup } from "@auscult/core";
import type { Finding, FindingNumber, FindingUnit } from "../finding.ts";
import type { Label, Phrase } from "../phrases.ts";
import type { Contrast } from "../estimates.ts";
import type { Monitored } from "../monitoring/monitored.ts";
import type { MonitoringTest, MonitoringVerdict } from "../monitoring/population-result.ts";
import { isUndefined, type Reason } from "../result.ts";
import type { PopulationOverTime } from "./population-over-time.ts";
import { chartTables } from "./monitoring-charts.ts";
import { missingTable } from "./monitoring-missing.ts";
import { expectedTable, treatmentTables } from "./monitoring-beside.ts";
import { periodTables, signalsTable } from "./monitoring-tables.ts";
import { numberOf, plainNumber } from "./numbers.ts";

/** The plan asks for monitoring, and there is nothing to monitor. */
export function notMonitored(reason: Reason): Finding {
  return {
    id: "monitoring:overall",
    kind: "monitoring",
    subject: { say: "everybody" },
    verdict: "not_assessable",
    reason,
    scope: "local",
    exploratory: false,
    numbers: [],
    tables: [],
    charts: [],
    source: SOURCE,
  };
}

const SOURCE = ["Steiner et al. (2000) Biostatistics 1:441-452"];

interface Result {
  readonly over: PopulationOverTime;
  readonly tests: readonly MonitoringTest[];
  readonly verdict: MonitoringVerdict;
  /** Tests in the family. */
  readonly family: number;
  readonly threshold: number | undefined;
}

interface Context {
  readonly cohort: Cohort;
  readonly plan: AuditPlan;
}

/** One population over time: the verdict, the changes since the baseline, and every period. */
export function monitoringFinding(result: Result, monitored: Monitored, { cohort, plan }: Context): Finding {
  const { over, tests, verdict } = result;
  const { population } = over;
  const who = nameOf(population, plan);
  const overall = population.of.length === 0;
  const periodOf = (row: number): string => monitored.periods[monitored.periodOfRow[row]!]!.label;
  const charted = chartTables(over, who, periodOf, overall);
  const periods = periodTables(over, monitored, plan, who, result.threshold);
  const reason = verdict === "not_assessable" ? reasonOf(over) : undefined;
  return {
    id: `monitoring:${population.id}`,
    kind: "monitoring",
    subject: who,
    ...(overall ? {} : { subgroup: population.id }),
    verdict,
    ...(reason === undefined ? {} : { reason }),
    scope: "local",
    exploratory: false,
    notes: [...signalNotes(result, who, periodOf), ...(overall ? limitsOf(result, monitored, { cohort, plan }) : [])],
    numbers: numbersOf(result),
    tables: [
      signalsTable(over, tests, periodOf),
      ...periods.tables,
      ...charted.tables,
      missingTable(cohort, monitored, population, plan),
      ...(overall ? treatmentTables(cohort, monitored, plan) : []),
      ...(overall ? expectedTable(cohort, monitored, result.threshold) : []),
    ],
    charts: [...periods.charts, ...charted.charts],
    source: SOURCE,
  };
}

/** A subgroup by its attribute's label and its level: the plan's own words. */
export function nameOf({ of }: Subgroup, { subgroups }: AuditPlan): Label {
  const [member] = of;
  if (member === undefined) return { say: "everybody" };
  return `${subgroups.find(({ id }) => id === member.attribute)?.label ?? member.attribute}: ${member.level}`;
}

function reasonOf({ chart, since }: PopulationOverTime): Reason {
  if (chart !== undefined && isUndefined(chart)) return chart.reason;
  return since.find(({ reason }) => reason !== undefined)?.reason ?? "TOO_FEW_EVENTS";
}

function signalNotes({ over, tests }: Result, who: Label, periodOf: (row: number) => string): Phrase[] {
  const { chart } = over;
  return tests.flatMap(({ what, shown, chart: side, change }): Phrase[] => {
    if (what === "ranking") {
      if (!shown || change === undefined) return [];
      return [{ say: (change.value ?? 0) < 0 ? "signalRankingWorse" : "signalRankingBetter", with: { who } }];
    }
    if (chart === undefined || isUndefined(chart) || side?.signal === undefined) return [];
    const [at, since] = [side.signal.at, side.signal.since].map((place) => periodOf(chart.rows[place]!));
    if (!shown) return [{ say: "alarmNotOverFamily", with: { at: at! } }];
    return [{ say: what === "more-events" ? "signalMore" : "signalFewer", with: { who, at: at!, since: since! } }];
  });
}

/** What a reader must know of all of monitoring: said once, with the finding of everybody. */
function limitsOf({ over, family }: Result, monitored: Monitored, { cohort, plan }: Context): Phrase[] {
  const { baseline, alarm, intervention, seasonality, matured } = plan.monitoring!;
  const notDue = cohort.notMatured?.reduce((sum, n) => sum + n, 0) ?? 0;
  const separated = intervention?.treatment !== undefined || intervention?.holdOut !== undefined;
  return [
    { say: "familyOfSignals", with: { tests: family, alpha: 1 - plan.policy.level } },
    alarm === undefined
      ? { say: "noAlarmDeclared" }
      : { say: "limitDeclared", with: { runLength: alarm.runLength, oddsRatio: alarm.oddsRatio } },
    ...(alarm === undefined
      ? []
      : alarm.expected === "predicted" || baseline === undefined
        ? [{ say: "chartedAgainstModel" as const }]
        : [{ say: "chartedAgainstBaseline" as const, with: { through: baseline.through } }]),
    ...(over.chartedBefore > 0 ? [{ say: "chartedOnce" as const, with: { left: over.chartedBefore } }] : []),
    ...(matured === undefined
      ? []
      : notDue === 0
        ? [{ say: "allDueAt" as const, with: { days: matured.days, cut: matured.dataCut } }]
        : [{ say: "dueAt" as const, with: { days: matured.days, cut: matured.dataCut, rows: notDue } }]),
    ...(intervention === undefined
      ? []
      : [{ say: "interventionNote" as const, with: { what: intervention.description } }]),
    ...(intervention !== undefined && !separated ? [{ say: "interventionUnseparated" as const }] : []),
    seasonality === undefined
      ? { say: "seasonalityUndeclared" }
      : { say: "seasonalityNote", with: { note: seasonality } },
    ...(cohort.scoreKind === "probability" ? [{ say: "assumesNoConceptDrift" as const }] : []),
    ...(monitored.rowsWithoutPeriod > 0
      ? [{ say: "rowsWithoutPeriod" as const, with: { rows: monitored.rowsWithoutPeriod } }]
      : []),
  ];
}

function numbersOf({ over, tests, threshold }: Result): FindingNumber[] {
  const changed = (id: string, metric: string, label: Label, unit: FindingUnit): FindingNumber[] => {
    const change = over.since.find((c) => c.metric === metric);
    return change === undefined ? [] : [changeNumber([id, label, unit], change)];
  };
  const { chart } = over;
  return [
    ...changed("observedExpectedChange", "observedExpectedRatio", { say: "observedExpectedSince" }, "ratio"),
    ...changed("aurocChange", "auroc", { say: "aurocSince" }, "number"),
    ...(threshold === undefined
      ? []
      : changed("alertRateChange", "selectionRate", { say: "alertRateSince", with: { threshold } }, "number")),
    ...changed("prevalenceChange", "prevalence", { say: "prevalenceSince" }, "number"),
    ...(chart === undefined
      ? []
      : [
          plainNumber(
            ["patientsCharted", { say: "patientsCharted" }, "count"],
            isUndefined(chart) ? chart : chart.rows.length,
          ),
        ]),
    ...tests.flatMap(({ what, pAdjusted }): FindingNumber[] =>
      pAdjusted === null ? [] : [plainNumber([`p:${what}`, testName(what), "p"], pAdjusted)],
    ),
  ];
}

function changeNumber(names: readonly [string, Label, FindingUnit], change: Contrast): FindingNumber {
  return numberOf(
    names,
    change.value === null
      ? { status: "undefined", reason: change.reason ?? "MISSING_INPUT" }
      : { value: change.value, interval: change.interval },
  );
}

function testName(what: MonitoringTest["what"]): Phrase {
  const names = {
    "more-events": { say: "pMoreEvents" },
    "fewer-events": { say: "pFewerEvents" },
    ranking: { say: "pRanking" },
  } as const;
  return names[what];
}
