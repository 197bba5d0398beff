import { type AuditPlan, type Cohort, EVENT, subgroup } from "@auscult/core";
import { auroc } from "../discrimination/auroc.ts";
import { contrast } from "../contrast.ts";
import { type EstimateOptions, type Measured, measure } from "../estimate.ts";
import type { Contrast } from "../estimates.ts";
import { type DriftChart, driftCharts } from "../monitoring/drift-charts.ts";
import { AFTER, BASELINE, type Monitored, monitoredCohort, PERIOD, PHASE, rowsOf } from "../monitoring/monitored.ts";
import { monitoringTests, monitoringVerdict } from "../monitoring/population-result.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { RowAnalysis } from "../row-analysis.ts";
import { selectionRate } from "../threshold/selection-rate.ts";
import { featureDriftFindings } from "./feature-drift.ts";
import { monitoringFinding, notMonitored } from "./monitoring-finding.ts";
import { sincePrevious } from "./since-previous.ts";
import { MONITORED, type PopulationOverTime } from "./population-over-time.ts";

/** Simulated runs behind a p value; more where the family is so large that the smallest p would not stand after Holm. */
const REPLICATES = 999;

/**
 * Does the model still do what it did? Each period of the plan with its limits, and since the baseline: charts of
 * calibration patient by patient, and a test of ranking, over everybody and each subgroup followed. One finding for each.
 *
 * @see Steiner et al (2000) Biostatistics 1:441-452; Davis et al (2020) J Biomed Inform 112:103611.
 */
export const monitoringAnalysis: RowAnalysis = {
  id: "monitoring",
  source: [
    "Steiner et al. (2000) Biostatistics 1:441-452",
    "Davis et al. (2020) J Biomed Inform 112:103611",
    "Lenert, Matheny & Walsh (2019) J Am Med Inform Assoc 26:1645-1650",
  ],
  columns({ monitoring }) {
    const { treatment, holdOut } = monitoring?.intervention ?? {};
    const { numeric = [], categorical = [], by } = monitoring?.features ?? {};
    const named = [treatment?.column, holdOut?.column, by, ...numeric.map(({ column }) => column), ...categorical];
    return named.filter((column) => column !== undefined);
  },
  analyse(cohort, plan, { thresholds, previous }) {
    if (plan.monitoring === undefined) return [];
    const monitored = monitoredCohort(cohort, plan);
    if (monitored === undefined) return [notMonitored("NO_ROWS")];
    const threshold = plan.primary.threshold ?? thresholds[0];
    const charts = chartsOf(cohort, plan, monitored);
    const measured = monitored.populations.map((population, i): PopulationOverTime => {
      const at = (attribute: string, level: string): Measured[] => {
        const rows = subgroup(...population.of, { attribute, level });
        return MONITORED.flatMap((metric) => {
          const tally = metric === selectionRate ? monitored.scored : monitored.tally;
          return measure(tally, rows, { ...optionsOf(plan, threshold), metrics: [metric] });
        });
      };
      const since =
        monitored.baselinePeriods === 0 || monitored.baselinePeriods === monitored.periods.length
          ? []
          : changes(at(PHASE, AFTER), at(PHASE, BASELINE), plan);
      return {
        population,
        periods: monitored.periods.map(({ label }) => at(PERIOD, label)),
        since,
        ...charts[i]!,
      };
    });
    const { level, multiplicity } = plan.policy;
    const tests = monitoringTests(
      measured.map(({ population, chart, since }) => ({
        population,
        chart,
        ranking: since.find(({ metric }) => metric === auroc.id),
      })),
      { level, multiplicity },
    );
    const family = tests.reduce((n, of) => n + of.length, 0);
    const features = featureDriftFindings(cohort, plan, monitored);
    const performance = measured.map((over, i) =>
      monitoringFinding(
        { over, tests: tests[i]!, verdict: monitoringVerdict(tests[i]!), family, threshold },
        monitored,
        {
          cohort,
          plan,
        },
      ),
    );
    const found = [...features, ...performance];
    return previous === undefined ? found : [sincePrevious(found, previous), ...found];
  },
};

function optionsOf({ policy }: AuditPlan, threshold: number | undefined): Omit<EstimateOptions, "metrics"> {
  return {
    level: policy.level,
    thresholds: threshold === undefined ? [] : [threshold],
    minimumEvents: policy.minimumEvents,
    assumeIndependentRows: policy.assumeIndependentRows !== undefined,
  };
}

function changes(after: readonly Measured[], before: readonly Measured[], { policy }: AuditPlan): Contrast[] {
  return after.flatMap((subject) => {
    const other = before.find(({ metric }) => metric.id === subject.metric.id);
    const against = { kind: "reference", subgroup: BASELINE } as const;
    const found = other && contrast(subject, other, against, { level: policy.level, margins: {} });
    return found === undefined ? [] : [found];
  });
}

type Charted = Pick<PopulationOverTime, "chart" | "chartedBefore">;

/** Charts need independent patients: each is charted once, at the first prediction of the stretch. */
function chartsOf(cohort: Cohort, { monitoring, policy }: AuditPlan, monitored: Monitored): Charted[] {
  const alarm = monitoring?.alarm;
  const none = (chart: Charted["chart"]): Charted[] => monitored.populations.map(() => ({ chart, chartedBefore: 0 }));
  if (alarm === undefined) return none(undefined);
  if (cohort.scoreKind !== "probability") return none(undefinedBecause("NOT_A_PROBABILITY"));
  if (cohort.weight !== undefined) return none(undefinedBecause("WEIGHTED_ROWS"));
  const once = policy.assumeIndependentRows === undefined && cohort.patients?.repeated === true;
  const order = once ? firstOfEach(cohort, monitored.order) : monitored.order;
  const { score, outcome } = cohort;
  const rows = {
    risk: Float64Array.from(order, (row) => score[row]!),
    outcome: Uint8Array.from(order, (row) => (outcome[row] === EVENT ? 1 : 0)),
    baseline: Uint8Array.from(order, (row) => (monitored.periodOfRow[row]! < monitored.baselinePeriods ? 1 : 0)),
  };
  const placeOf = new Map(Array.from(order, (row, place) => [row, place]));
  const members = monitored.populations.map((population) =>
    rowsOf(cohort, population, order).map((row) => placeOf.get(row)!),
  );
  const charts = driftCharts(rows, members, {
    oddsRatio: alarm.oddsRatio,
    recalibrate: monitored.baselinePeriods > 0 && alarm.expected === "baseline",
    runLength: alarm.runLength,
    limitReplicates: alarm.replicates,
    replicates: Math.max(REPLICATES, Math.ceil((6 * members.length) / (1 - policy.level))),
    smoothing: alarm.smoothing,
    seed: policy.seed,
  });
  return charts.map((chart, i) => ({
    chart: withCohortRows(chart, order),
    chartedBefore: rowsOf(cohort, monitored.populations[i]!, monitored.order).length - members[i]!.length,
  }));
}

/** Places among the charted rows as rows of the cohort. */
function withCohortRows(chart: DriftChart | Undefined, order: Uint32Array): DriftChart | Undefined {
  return "status" in chart ? chart : { ...chart, rows: chart.rows.map((place) => order[place]!) };
}

function firstOfEach({ patient }: Cohort, order: Uint32Array): Uint32Array {
  const seen = new Set<number>();
  return order.filter((row) => {
    const who = patient?.[row] ?? row;
    if (seen.has(who)) return false;
    seen.add(who);
    return true;
  });
}
