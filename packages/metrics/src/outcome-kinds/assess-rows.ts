import { type Rows as Population, subgroupRows } from "@auscult/core";
import { compareBy } from "../compare.ts";
import { populationId } from "../estimate.ts";
import { type Measurand, type MeasuredRows, measureRows } from "./measure-rows.ts";
import type { OutcomeCurve } from "./outcome-curve.ts";
import type { Assessed, Assessment } from "./outcome-kind.ts";
import type { OutcomeMetric } from "./outcome-metric.ts";

/** One subgroup's rows in the shape that a kind's metrics read, and who they are. */
export interface Sample<Rows> {
  readonly rows: Rows;
  /** Rows of the cohort that these are, in their order. */
  readonly from: ArrayLike<number>;
  readonly who: Omit<Measurand, "subgroup">;
}

/**
 * Every metric and curve of a kind on every subgroup, each set against its reference or the rest. `sample` takes rows of the
 * cohort to those that lack nothing, in the kind's shape.
 */
export function assessRows<Rows>(
  { cohort, tally, subgroups, plan, family }: Assessed,
  metrics: readonly OutcomeMetric<Rows>[],
  curves: readonly OutcomeCurve<Rows>[],
  sample: (rows: Uint32Array) => Sample<Rows>,
): Assessment & { readonly measured: ReadonlyMap<string, readonly MeasuredRows[]> } {
  const { level, minimumEvents, assumeIndependentRows } = plan.policy;
  const repeated = cohort.patients?.repeated ?? false;
  const { block } = cohort;
  const clustered = repeated && assumeIndependentRows === undefined;
  const blocksOf = (from: ArrayLike<number>): Uint16Array | undefined =>
    clustered && block !== undefined ? Uint16Array.from(from, (row) => block[row]!) : undefined;
  const measure = (population: Population): MeasuredRows[] => {
    const { rows, from, who } = sample(subgroupRows(cohort, population));
    const own = blocksOf(from);
    return measureRows(
      metrics,
      rows,
      { ...who, subgroup: populationId(population) },
      {
        level,
        minimumEvents,
        independenceAssumed: repeated && assumeIndependentRows !== undefined,
        clusters: own === undefined ? undefined : { block: own, blocks: cohort.blocks },
      },
    );
  };
  const { measured, contrasts } = compareBy(tally.attributes, subgroups, measure, {
    level,
    margins: plan.margins,
    family,
  });
  const estimates = subgroups.flatMap(({ id }) => (measured.get(id) ?? []).map((m) => m.estimate));
  const single = subgroups.filter(({ of }) => of.length <= 1);
  const everybody = sample(Uint32Array.from({ length: cohort.rows }, (_, row) => row)).rows;
  const drawn = single.flatMap((subgroup) => {
    const { rows, from } = sample(subgroupRows(cohort, subgroup));
    const cluster = blocksOf(from);
    return curves.map((curve) => ({
      curve: curve.id,
      subgroup: subgroup.id,
      points: curve.points(rows, {
        level,
        everybody,
        ...(plan.utility === undefined ? {} : { range: plan.utility.thresholds }),
        ...(cluster === undefined ? {} : { cluster }),
      }),
    }));
  });
  return { estimates, contrasts, curves: drawn, measured };
}
