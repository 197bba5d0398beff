import { type AuditPlan, type Cohort, type Subgroup, type Tally, tallyCohort } from "@auscult/core";
import {
  type Assessment,
  type Beside,
  compare,
  type CurveFacts,
  curves,
  type EstimateOptions,
  type Family,
  type MetricFacts,
  metrics,
  outcomeKinds,
  poolComparisons,
  undefinedBecause,
} from "@auscult/metrics";
import type { OnStep } from "./step.ts";
import { drawCurves } from "./draw-curves.ts";

/** What was found, and what the metrics and curves in it mean. */
export interface Assessed extends Assessment {
  readonly metrics: readonly MetricFacts[];
  readonly curveKinds: readonly CurveFacts[];
  /** Of a binary outcome: what was measured, and how, for analyses that go on from there. */
  readonly compared?: Pick<Beside, "measured" | "contrasts" | "options">;
}

/** Every metric and curve of the plan's kind of outcome on every subgroup: of a binary one from counts, of others from rows. */
export function assess(
  plan: AuditPlan,
  rows: {
    readonly cohort: Cohort;
    /** Every completed data set, where the plan declares imputations. */
    readonly imputed?: readonly Cohort[];
    readonly tally: Tally;
    readonly subgroups: readonly Subgroup[];
  },
  thresholds: readonly number[],
  step: OnStep,
): Assessed {
  const { partialArea, policy, primary } = plan;
  const { tally, subgroups } = rows;
  const family: Family = {
    metric: primary.metric,
    ...(primary.threshold === undefined ? {} : { threshold: primary.threshold }),
    per: "attribute",
    multiplicity: policy.multiplicity,
  };
  const kind = outcomeKinds.find((other) => other.kind === plan.outcome.kind);
  if (kind !== undefined) {
    const own = kind.metrics(plan);
    step(`estimating ${own.length} metrics on ${subgroups.length} subgroups`);
    return { ...kind.assess({ ...rows, plan, family }), metrics: own, curveKinds: kind.curves(plan) };
  }

  const estimating = `estimating ${metrics.length} metrics on ${subgroups.length} subgroups`;
  step(estimating);
  const onSubgroup = (done: number): void => step(estimating, { done, all: subgroups.length });
  const options: EstimateOptions = {
    level: policy.level,
    thresholds,
    minimumEvents: policy.minimumEvents,
    assumeIndependentRows: policy.assumeIndependentRows !== undefined,
    metrics: metrics.filter(({ regional }) => regional === undefined || partialArea !== undefined),
    ...(partialArea === undefined ? {} : { region: partialArea }),
    bootstrap: { replicates: policy.bootstrap.replicates, seed: policy.seed },
  };
  if (rows.imputed !== undefined) {
    // Rubin's rules need standard errors, which a bootstrap's percentiles are not.
    const { bootstrap: _, ...analytic } = options;
    const comparing = { ...analytic, margins: plan.margins, family };
    const completed = rows.imputed.map((cohort) => compare(tallyCohort(cohort), subgroups, comparing));
    const pooled = poolComparisons(completed, subgroups, comparing);
    return { ...pooled, curves: withheldCurves(subgroups), metrics, curveKinds: curves };
  }
  const { measured, contrasts } = compare(tally, subgroups, {
    ...options,
    margins: plan.margins,
    family,
    onSubgroup,
  });
  const estimates = subgroups.flatMap(({ id }) => (measured.get(id) ?? []).map((m) => m.estimate));
  step("drawing the curves");
  const drawn = drawCurves(plan, tally, subgroups, thresholds);
  const compared = { measured, contrasts, options };
  return { estimates, contrasts, curves: drawn, metrics, curveKinds: curves, compared };
}

/** Points of a curve are not pooled over imputations: none is drawn, and the report says why. */
function withheldCurves(subgroups: readonly Subgroup[]): Assessment["curves"] {
  const single = subgroups.filter(({ of }) => of.length <= 1);
  return single.flatMap(({ id }) =>
    curves.map(({ id: curve }) => ({ curve, subgroup: id, points: undefinedBecause("IMPUTED_ROWS") })),
  );
}
