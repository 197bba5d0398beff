import type { Estimate } from "../estimates.ts";
import { type Jackknife, jackknifeOf } from "../inference/jackknife.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Flag, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { OutcomeMetric, RowsPoint } from "./outcome-metric.ts";

/** An estimate from rows, with what a contrast needs of it. */
export interface MeasuredRows {
  readonly metric: Omit<OutcomeMetric<never>, "point" | "interval" | "guardedInterval">;
  readonly at: { readonly threshold?: number };
  readonly estimate: Estimate;
  readonly degreesOfFreedom?: number;
  /** Present where rows are not independent: the metric without each block of patients. */
  readonly jackknife?: Jackknife | Undefined;
}

export interface MeasureRowsOptions {
  readonly level: number;
  readonly minimumEvents: number;
  /** Block of each row's patient and how many there are, where patients have several rows and that is not overridden. */
  readonly clusters?: { readonly block: ArrayLike<number>; readonly blocks: number } | undefined;
  /** Patients have several rows, and the plan keeps intervals that assume independent rows. */
  readonly independenceAssumed: boolean;
}

/** Who was measured. */
export interface Measurand {
  readonly subgroup: string;
  readonly n: number;
  readonly events: number;
  readonly nonEvents: number;
  readonly nEffective?: number;
}

/**
 * Every metric on one subgroup's rows. Where patients have several rows, intervals that assume independent rows are
 * refused: the error is had from what each block of patients moved the value by (the jackknife, to first order), and
 * where a metric cannot say that, the interval is withheld.
 */
export function measureRows<Rows>(
  metrics: readonly OutcomeMetric<Rows>[],
  rows: Rows,
  who: Measurand,
  options: MeasureRowsOptions,
): MeasuredRows[] {
  return metrics.map((metric) => {
    const common = {
      metric: metric.id,
      subgroup: who.subgroup,
      n: who.n,
      events: who.events,
      ...(who.nEffective === undefined ? {} : { nEffective: who.nEffective }),
    };
    const point = who.n === 0 ? undefinedBecause("NO_ROWS") : metric.point(rows);
    if (isUndefined(point)) {
      const missing = { status: "undefined", value: null, interval: null, standardError: null, flags: [] } as const;
      return { metric, at: {}, estimate: { ...common, ...missing, reason: point.reason } };
    }
    if (Number.isNaN(point.value))
      throw new Error(`${metric.id} gave NaN. This is a defect of Auscult: please report it.`);
    const flags = [...(point.flags ?? []), ...few(metric, who, options.minimumEvents)];
    const estimated = { ...common, status: "estimated", value: point.value } as const;
    if (options.clusters !== undefined) {
      const jackknife = linearised(point, options.clusters);
      return {
        metric,
        at: {},
        jackknife,
        estimate: { ...estimated, ...robust(metric, point, jackknife, options), flags },
      };
    }
    const assumed: Flag[] = options.independenceAssumed ? ["INDEPENDENCE_ASSUMED"] : [];
    const interval = independent(metric, rows, point, options.level);
    const guarded = metric.guardedInterval?.(rows, point, options.level);
    const estimate: Estimate = {
      ...estimated,
      interval: interval ?? null,
      ...(guarded === undefined ? {} : { guardedInterval: guarded }),
      ...(interval === undefined ? { intervalWithheld: "no standard error" as const } : {}),
      standardError: point.standardError ?? null,
      flags: [...flags, ...assumed],
    };
    const { degreesOfFreedom } = point;
    return { metric, at: {}, estimate, ...(degreesOfFreedom === undefined ? {} : { degreesOfFreedom }) };
  });
}

function independent<Rows>(metric: OutcomeMetric<Rows>, rows: Rows, point: RowsPoint, level: number) {
  if (metric.interval !== undefined) return metric.interval(rows, point, level);
  const critical = studentTQuantile((1 + level) / 2, point.degreesOfFreedom ?? Infinity);
  return scaleInterval(point, metric, { level, critical, ...(metric.welch === true ? { method: "t" } : {}) });
}

/**
 * The jackknife over blocks to first order: without a block the value moves by what its rows moved it, so that nothing
 * need be computed anew, and a contrast of groups that share patients needs no covariance formula.
 *
 * @see Efron (1982) The Jackknife, the Bootstrap and Other Resampling Plans, ch. 6; Lin & Wei (1989) J Am Stat Assoc 84:1074-1078.
 */
function linearised(
  { value, influence }: RowsPoint,
  { block, blocks }: NonNullable<MeasureRowsOptions["clusters"]>,
): Jackknife | Undefined {
  if (influence === undefined) return undefinedBecause("MISSING_INPUT");
  const sums = new Float64Array(blocks);
  const rows = new Uint32Array(blocks);
  for (let i = 0; i < influence.length; i++) {
    sums[block[i]!]! += influence[i]!;
    rows[block[i]!]! += 1;
  }
  const occupied = Array.from(rows, (n) => n > 0);
  const used = occupied.filter(Boolean).length;
  return jackknifeOf(
    Array.from(sums, (sum) => value - (sum * used) / Math.max(1, used - 1)),
    occupied,
  );
}

function robust(
  metric: Omit<OutcomeMetric<never>, "point" | "interval" | "guardedInterval">,
  point: RowsPoint,
  jackknife: Jackknife | Undefined,
  { level }: MeasureRowsOptions,
): Pick<Estimate, "interval" | "intervalWithheld" | "standardError"> {
  if (isUndefined(jackknife)) {
    const why = point.influence === undefined ? "rows not independent" : "too few blocks";
    return { interval: null, intervalWithheld: why, standardError: null };
  }
  const { standardError, degreesOfFreedom } = jackknife;
  const critical = studentTQuantile((1 + level) / 2, degreesOfFreedom);
  const interval = scaleInterval({ ...point, standardError }, metric, { level, critical, method: "jackknife" });
  return {
    interval: interval ?? null,
    ...(interval === undefined ? { intervalWithheld: "no standard error" } : {}),
    standardError,
  };
}

function few(
  { flagsFewEvents }: Pick<OutcomeMetric<never>, "flagsFewEvents">,
  who: Measurand,
  minimum: number,
): Flag[] {
  if (!flagsFewEvents) return [];
  return [
    ...(who.events < minimum ? (["FEW_EVENTS"] as const) : []),
    ...(who.nonEvents < minimum ? (["FEW_NON_EVENTS"] as const) : []),
  ];
}
