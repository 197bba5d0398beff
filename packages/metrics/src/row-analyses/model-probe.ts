import { type AuditPlan, type Cohort } from "@auscult/core";
import type { Finding, FindingChart, FindingNumber, FindingTable } from "../finding.ts";
import { sampleMean } from "../inference/sample-mean.ts";
import {
  accumulatedLocalEffects,
  type Answers,
  binOf,
  changeBetween,
  partialDependence,
} from "../model-probe/feature-effect.ts";
import { supportedGrid } from "../model-probe/probe-grid.ts";
import type { Label } from "../phrases.ts";
import { isUndefined } from "../result.ts";
import type { ProbedFeature, RowAnalysis } from "../row-analysis.ts";
import { numberOf, plainNumber } from "./numbers.ts";
import { samplingOf } from "./sampling.ts";

type ProbePlan = NonNullable<AuditPlan["probe"]>;
type Feature = ProbePlan["features"][number];
type Row = readonly [Label, number | string, number | null, number | null, number | null, number | null];

/**
 * What the model makes of single features: partial dependence with the spread of patients' own curves, accumulated local
 * effects, and beside them the scores of the patients who have each value, who differ in much else. Without a model that can
 * be asked there are only those.
 */
export const modelProbeAnalysis: RowAnalysis = {
  id: "modelProbe",
  source: [
    "Friedman (2001) Ann Stat 29:1189-1232",
    "Goldstein et al. (2015) J Comput Graph Stat 24:44-65",
    "Apley & Zhu (2020) J R Stat Soc B 82:1059-1086",
  ],
  columns: ({ probe }) => (probe === undefined ? [] : probe.features.map(({ column }) => column)),
  analyse(cohort, plan, { model }) {
    const { probe } = plan;
    if (probe === undefined) return [];
    return probe.features.map((feature) => {
      const asked = model?.probes.find(({ column }) => column === feature.column);
      return findingOf(cohort, plan, probe, feature, asked);
    });
  },
};

function findingOf(
  cohort: Cohort,
  plan: AuditPlan,
  probe: ProbePlan,
  feature: Feature,
  asked?: ProbedFeature,
): Finding {
  const name = feature.label ?? feature.column;
  const head = {
    id: `model-probe:${feature.column}`,
    kind: "model-probe",
    subject: name,
    scope: "local",
    exploratory: false,
    source: modelProbeAnalysis.source,
  } as const;
  const { rows, ale, numbers } =
    feature.kind === "numeric"
      ? ofAmount(cohort, plan, probe, feature, asked)
      : ofLevels(cohort, plan, probe, feature, asked);
  if (rows.length === 0)
    return { ...head, verdict: "not_estimable", reason: "NO_ROWS", notes: [], numbers: [], tables: [], charts: [] };
  const unit = cohort.scoreKind === "probability" ? "probability" : "number";
  const table: FindingTable = {
    id: "effect",
    caption: { say: "effectOfFeature", with: { feature: name } },
    columns: [
      { id: "curve", label: { say: "curve" }, unit: "text" },
      { id: "value", label: name, unit: feature.kind === "numeric" ? "number" : "text" },
      { id: "rows", label: { say: "patientsThere" }, unit: "count" },
      { id: "score", label: { say: "meanScore" }, unit },
      { id: "tenth", label: { say: "tenthCentile" }, unit },
      { id: "ninetieth", label: { say: "ninetiethCentile" }, unit },
    ],
    rows: rows.map((row) => [...row]),
  };
  const chart: FindingChart = {
    id: "effect",
    title: { say: asked === undefined ? "scoresByFeature" : "modelByFeature", with: { feature: name } },
    table: "effect",
    // Between levels no band is drawn: beside a dot it would be read as an interval.
    ...(feature.kind === "numeric" ? { low: "tenth", high: "ninetieth" } : { mark: "intervals" as const }),
    x: "value",
    y: "score",
    series: "curve",
  };
  return {
    ...head,
    verdict: "described",
    notes:
      asked === undefined
        ? [{ say: "noModelToAsk" }]
        : [
            { say: "askedOf", with: { rows: asked.rows.length, support: probe.minimumSupport } },
            { say: "dependenceTearsApart" },
            ...(ale ? [{ say: "localEffectsStayNear" } as const] : []),
            { say: "observedIsConfounded" },
            { say: "probeIsNotCausal" },
          ],
    numbers,
    tables: [table],
    charts: [chart],
  };
}

interface Drawn {
  readonly rows: readonly Row[];
  readonly numbers: readonly FindingNumber[];
  readonly ale: boolean;
}

function ofAmount(
  cohort: Cohort,
  plan: AuditPlan,
  probe: ProbePlan,
  { column }: Feature,
  asked?: ProbedFeature,
): Drawn {
  const values = cohort.columns.numeric.get(column);
  if (values === undefined) throw new RangeError(`the cohort was read without column "${column}"`);
  const grid = asked === undefined ? supportedGrid(values, probe.bins, probe.minimumSupport) : asked.grid.map(Number);
  if (grid.length === 0) return { rows: [], numbers: [], ale: false };
  const few = new Set(values.filter((v) => !Number.isNaN(v))).size <= probe.bins;
  const at = (x: number): number => (few ? grid.indexOf(x) : binOf(grid, x));
  const centres = few || grid.length < 2 ? grid : grid.slice(1).map((edge, b) => (edge + grid[b]!) / 2);
  const observed = observedScores(cohort, plan, centres.length, (i) =>
    Number.isNaN(values[i]!) ? -1 : at(values[i]!),
  );
  const observedRows = observed.map(
    ({ rows, mean }, b): Row =>
      rows < probe.minimumSupport
        ? [{ say: "observedScores" }, centres[b]!, null, null, null, null]
        : [{ say: "observedScores" }, centres[b]!, rows, mean, null, null],
  );
  if (asked === undefined) return { rows: observedRows, numbers: [], ale: false };
  const answers = answersOf(cohort, plan, asked);
  const dependence = partialDependence(answers);
  const local = accumulatedLocalEffects(
    grid,
    Float64Array.from(asked.rows, (i) => values[i]!),
    answers,
    few ? 1 : Math.min(probe.minimumSupport, 5),
  );
  if (isUndefined(dependence)) return { rows: observedRows, numbers: [], ale: false };
  const overall = sampleMean(cohort.score, asked.rows)?.value ?? null;
  const rows: Row[] = [
    ...grid.map((x, g): Row => {
      const { mean, low, high } = dependence[g]!;
      return [{ say: "partialDependence" }, x, null, mean, low, high];
    }),
    ...(isUndefined(local) || overall === null
      ? []
      : grid.map((x, g): Row => {
          const effect = local[g]!;
          return [{ say: "localEffects" }, x, null, effect === null ? null : overall + effect, null, null];
        })),
    ...observedRows,
  ];
  const last = grid.length - 1;
  const accumulated = isUndefined(local) ? undefined : local.filter((v) => v !== null);
  return {
    rows,
    ale: accumulated !== undefined,
    numbers: [
      numberOf(
        ["change", { say: "changeFromTo", with: { from: grid[0]!, to: grid[last]! } }, "number"],
        changeBetween(answers, 0, last, plan.policy.level),
      ),
      ...(accumulated === undefined
        ? []
        : [plainNumber(["localChange", { say: "localChange" }, "number"], accumulated.at(-1)! - accumulated[0]!)]),
      plainNumber(["span", { say: "spanOfDependence" }, "number"], span(dependence.map(({ mean }) => mean))),
    ],
  };
}

function ofLevels(
  cohort: Cohort,
  plan: AuditPlan,
  probe: ProbePlan,
  { column }: Feature,
  asked?: ProbedFeature,
): Drawn {
  const known = cohort.columns.categorical.get(column);
  if (known === undefined) throw new RangeError(`the cohort was read without column "${column}"`);
  const observed = observedScores(cohort, plan, known.levels.length, (i) => known.codes[i]!);
  const observedRows = known.levels.flatMap((level, k): Row[] =>
    observed[k]!.rows < probe.minimumSupport
      ? []
      : [[{ say: "observedScores" }, level, observed[k]!.rows, observed[k]!.mean, null, null]],
  );
  if (asked === undefined) return { rows: observedRows, numbers: [], ale: false };
  const answers = answersOf(cohort, plan, asked);
  const dependence = partialDependence(answers);
  if (isUndefined(dependence)) return { rows: observedRows, numbers: [], ale: false };
  const levels = asked.grid.map(String);
  return {
    rows: [
      ...levels.map((level, g): Row => {
        const { mean, low, high } = dependence[g]!;
        return [{ say: "partialDependence" }, level, null, mean, low, high];
      }),
      ...observedRows,
    ],
    ale: false,
    numbers: levels
      .slice(1)
      .map((level, k) =>
        numberOf(
          [`change:${level}`, { say: "changeFromTo", with: { from: levels[0]!, to: level } }, "number"],
          changeBetween(answers, 0, k + 1, plan.policy.level),
        ),
      ),
  };
}

function answersOf(cohort: Cohort, plan: AuditPlan, { rows, responses }: ProbedFeature): Answers {
  const { weight, cluster } = samplingOf(cohort, plan);
  return {
    responses,
    sampling: {
      ...(weight === undefined ? {} : { weight: Float64Array.from(rows, (i) => weight[i]!) }),
      ...(cluster === undefined ? {} : { cluster: Float64Array.from(rows, (i) => cluster[i]!) }),
    },
  };
}

/** Mean score of the patients who are in each place: others than those in the next. */
function observedScores(
  cohort: Cohort,
  plan: AuditPlan,
  places: number,
  placeOf: (row: number) => number,
): readonly { readonly rows: number; readonly mean: number }[] {
  const { weight } = samplingOf(cohort, plan);
  const rows: number[][] = Array.from({ length: places }, () => []);
  cohort.score.forEach((score, i) => {
    const place = placeOf(i);
    if (!Number.isNaN(score) && place >= 0) rows[place]!.push(i);
  });
  return rows.map((of) => ({
    rows: of.length,
    mean: sampleMean(cohort.score, of, weight === undefined ? {} : { weight })?.value ?? Number.NaN,
  }));
}

function span(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
