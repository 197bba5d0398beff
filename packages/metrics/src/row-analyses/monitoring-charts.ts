import type { FindingChart, FindingTable } from "../finding.ts";
import type { DriftChart } from "../monitoring/drift-charts.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import type { PopulationOverTime } from "./population-over-time.ts";

/** Points drawn of a chart, at most: more would be seen by nobody. */
const POINTS = 120;

interface Drawn {
  readonly tables: readonly FindingTable[];
  readonly charts: readonly FindingChart[];
}

/** The CUSUM of a population; of everybody also the excess of events and the moving mean. */
export function chartTables(
  { chart }: PopulationOverTime,
  who: Label,
  periodOf: (row: number) => string,
  everything: boolean,
): Drawn {
  if (chart === undefined || isUndefined(chart)) return { tables: [], charts: [] };
  const places = placesOf(chart);
  const cusum: FindingTable = {
    id: "cusum",
    caption: { say: "cusumChart", with: { who } },
    columns: [
      { id: "patient", label: { say: "patientNumber" }, unit: "count" },
      { id: "period", label: { say: "period" }, unit: "text" },
      { id: "level", label: { say: "cusumLevel" }, unit: "number" },
      { id: "side", label: { say: "side" }, unit: "text" },
    ],
    rows: (
      [
        ["moreEvents", chart.charts.upper, 1],
        ["fewerEvents", chart.charts.lower, -1],
      ] as const
    ).flatMap(([side, path, sign]) =>
      places.map((at) => [at + 1, periodOf(chart.rows[at]!), sign * path[at]!, { say: side } as const]),
    ),
  };
  const drawn: FindingChart = {
    id: "cusum",
    title: { say: "cusumChart", with: { who } },
    table: "cusum",
    x: "patient",
    y: "level",
    series: "side",
    rules: [
      { axis: "y", at: chart.up.limit, kind: "limit", label: { say: "limitOfMore" } },
      { axis: "y", at: -chart.down.limit, kind: "limit", label: { say: "limitOfFewer" } },
    ],
  };
  return everything
    ? { tables: [cusum, ...displays(chart, places, periodOf)], charts: [drawn, ...DISPLAYS] }
    : { tables: [cusum], charts: [drawn] };
}

const DISPLAYS: readonly FindingChart[] = [
  { id: "vlad", title: { say: "vladChart" }, table: "vlad", x: "patient", y: "excess" },
  {
    id: "movingMean",
    title: { say: "movingMeanChart" },
    table: "movingMean",
    x: "patient",
    y: "mean",
    low: "low",
    high: "high",
  },
];

function displays({ charts, rows }: DriftChart, places: readonly number[], periodOf: (row: number) => string) {
  const patient = { id: "patient", label: { say: "patientNumber" }, unit: "count" } as const;
  const period = { id: "period", label: { say: "period" }, unit: "text" } as const;
  const vlad: FindingTable = {
    id: "vlad",
    caption: { say: "vladChart" },
    columns: [patient, period, { id: "excess", label: { say: "excessEvents" }, unit: "number" }],
    rows: places.map((at) => [at + 1, periodOf(rows[at]!), charts.excess[at]!]),
  };
  const movingMean: FindingTable = {
    id: "movingMean",
    caption: { say: "movingMeanChart" },
    columns: [
      patient,
      period,
      { id: "mean", label: { say: "movingMean" }, unit: "number" },
      { id: "low", label: { say: "low" }, unit: "number" },
      { id: "high", label: { say: "high" }, unit: "number" },
    ],
    rows: places.map((at) => {
      const reach = 3 * charts.smoothedDeviation[at]!;
      return [at + 1, periodOf(rows[at]!), charts.smoothed[at]!, -reach, reach];
    }),
  };
  return [vlad, movingMean];
}

/** Places evenly along the chart, with the last one, and those where a side passed its limit or stood highest. */
function placesOf({ charts, up, down }: DriftChart): number[] {
  const n = charts.upper.length;
  const step = Math.max(1, Math.ceil(n / POINTS));
  const places = new Set<number>([n - 1]);
  for (let at = 0; at < n; at += step) places.add(at);
  for (const [path, side] of [
    [charts.upper, up],
    [charts.lower, down],
  ] as const) {
    if (side.signal !== undefined) places.add(side.signal.at).add(side.signal.since);
    places.add(Math.max(0, path.indexOf(side.maximum)));
  }
  return [...places].sort((a, b) => a - b);
}
