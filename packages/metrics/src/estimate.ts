import { type Rows, type ScoreCounts, scoreCounts, scoreCountsByBlock, type Tally } from "@auscult/core";
import { classTotals } from "./class-totals.ts";
import { evaluate } from "./evaluate.ts";
import type { Estimate } from "./estimates.ts";
import { type Jackknife, jackknifeOf } from "./inference/jackknife.ts";
import { scaleInterval } from "./inference/scale-interval.ts";
import { withoutBlock } from "./inference/without-block.ts";
import type { At, Metric, Point, Region } from "./metric.ts";
import { studentTQuantile } from "./numeric/student-t.ts";
import type { UnderPerfectCalibration } from "./calibration/under-perfect-calibration.ts";
import { type BootstrapPolicy, type ResampledInterval, resampledIntervals } from "./resampled-intervals.ts";
import { type Flag, isUndefined, type Undefined, undefinedBecause } from "./result.ts";

export interface EstimateOptions {
  readonly level: number;
  /** Thresholds on the score; every thresholded metric is computed at each. */
  readonly thresholds: readonly number[];
  /** Below it, in events or in non-events, an estimate is flagged. */
  readonly minimumEvents: number;
  /** Keep intervals that assume independent rows though patients have several. */
  readonly assumeIndependentRows: boolean;
  readonly metrics: readonly Metric[];
  /** The part of the ROC curve that matters; metrics of it are undefined where absent. */
  readonly region?: Region;
  /** Resampling for metrics that have no standard error; their intervals are withheld where absent. */
  readonly bootstrap?: BootstrapPolicy;
}

/** An estimate with what a contrast needs of it: the counts, and its value with each block of patients left out. */
export interface Measured {
  readonly metric: Metric;
  readonly at: At;
  readonly counts: ScoreCounts;
  readonly estimate: Estimate;
  /** Present where rows are not independent: the metric without each block of patients. */
  readonly jackknife?: Jackknife | Undefined;
}

/**
 * Every metric on one population of a tally, at every threshold that it needs.
 *
 * Where patients have several rows, intervals that assume independent rows are refused and the delete-one-block
 * jackknife takes their place (unless the plan overrides it, which flags every interval INDEPENDENCE_ASSUMED).
 * A metric that cannot be computed is an estimate with status "undefined" and its reason.
 */
export function measure(tally: Tally, population: Rows, options: EstimateOptions): Measured[] {
  const counts = scoreCounts(tally, population);
  const repeated = tally.patients?.repeated ?? false;
  const byBlock =
    repeated && !options.assumeIndependentRows ? scoreCountsByBlock(tally, population)?.blocks : undefined;
  // Made once for all metrics: those that share a fit find it by the counts they are given.
  const without = byBlock?.map((block) => (block.score.length > 0 ? withoutBlock(counts, block) : undefined));
  const size = sizeOf(counts);
  const id = populationId(population);
  const measured = options.metrics.flatMap((metric): Measured[] =>
    ats(metric, options).map((at) => {
      const common = {
        metric: metric.id,
        ...(at.threshold === undefined ? {} : { threshold: at.threshold }),
        subgroup: id,
        n: size.rows,
        events: size.events,
        ...(size.effective === undefined ? {} : { nEffective: size.effective }),
      };
      const evaluation = { level: options.level, at, scoreKind: tally.scoreKind, minimumEvents: options.minimumEvents };
      const result = evaluate(metric, counts, evaluation);
      if (isUndefined(result)) {
        const estimate: Estimate = {
          ...common,
          status: "undefined",
          value: null,
          interval: null,
          standardError: null,
          flags: [],
          reason: result.reason,
        };
        return { metric, at, counts, estimate };
      }
      const { point, flags } = result;
      if (metric.resampled !== undefined) {
        const estimate: Estimate = {
          ...common,
          status: "estimated",
          value: point.value,
          interval: null,
          intervalWithheld: "not resampled",
          standardError: null,
          flags: repeated && without === undefined ? [...flags, "INDEPENDENCE_ASSUMED"] : flags,
        };
        // A gap cannot be made anew without each block, so there is none.
        const blocked = without === undefined ? {} : { jackknife: undefinedBecause("ROWS_NOT_INDEPENDENT") };
        return { metric, at, counts, estimate, ...blocked };
      }
      if (without === undefined) {
        const assumed: Flag[] = repeated ? ["INDEPENDENCE_ASSUMED"] : [];
        const estimate: Estimate = {
          ...common,
          status: "estimated",
          value: point.value,
          interval: result.interval ?? null,
          ...(result.guardedInterval === undefined ? {} : { guardedInterval: result.guardedInterval }),
          ...(result.interval === undefined ? { intervalWithheld: "no standard error" as const } : {}),
          standardError: point.standardError ?? null,
          flags: [...flags, ...assumed],
        };
        return { metric, at, counts, estimate };
      }
      const robust = jackknifeWith(point.value, without, (left) => {
        const value = evaluate(metric, left, { ...evaluation, pointOnly: true });
        return isUndefined(value) ? value : value.point.value;
      });
      const estimate: Estimate = {
        ...common,
        status: "estimated",
        value: point.value,
        ...robustly(point, robust, metric, options.level),
        flags: flags.filter((f) => f !== "FALLBACK_INTERVAL"),
      };
      return { metric, at, counts, estimate, jackknife: robust };
    }),
  );
  const { events, nonEvents } = classTotals(counts);
  const resampled =
    options.bootstrap === undefined
      ? measured
      : withResampled(measured, { counts, blocks: byBlock }, options.bootstrap, options.level);
  return resampled.map((m) => {
    const needs = m.metric.intervalRequires;
    const few = needs !== undefined && (events.rows < needs.events || nonEvents.rows < needs.nonEvents);
    return few && m.estimate.status === "estimated" ? { ...m, estimate: withoutInterval(m.estimate) } : m;
  });
}

/** An interval that would not hold its level is not shown, and no gap is made of it. */
function withoutInterval(estimate: Estimate): Estimate {
  const { guardedInterval: _, resampling: __, ...rest } = estimate;
  return { ...rest, interval: null, intervalWithheld: "too few events", standardError: null };
}

/** The same with intervals of the metrics that are resampled, from one set of resamples. */
function withResampled(
  measured: readonly Measured[],
  population: Parameters<typeof resampledIntervals>[0],
  policy: BootstrapPolicy,
  level: number,
): Measured[] {
  const wanted = measured.flatMap(({ metric, at, estimate: { value } }) => {
    const { resampled } = metric;
    return resampled === undefined || value === null ? [] : [{ metric: { ...metric, resampled }, at, value }];
  });
  const made = resampledIntervals(population, wanted, policy, level);
  let next = 0;
  return measured.map((m) => {
    if (m.metric.resampled === undefined || m.estimate.value === null) return m;
    return { ...m, estimate: resampledEstimate(m.estimate, made[next++]!) };
  });
}

function resampledEstimate(
  before: Estimate,
  { interval, withheld, replicates, redrawn, flags, chance }: ResampledInterval,
): Estimate {
  const { monteCarloError, ...limits } = interval ?? {};
  const { intervalWithheld, ...rest } = before;
  return {
    ...rest,
    ...(interval === undefined ? { intervalWithheld: withheld ?? intervalWithheld ?? "no standard error" } : {}),
    interval: "low" in limits ? limits : null,
    flags: [...before.flags, ...flags],
    ...(monteCarloError === undefined ? {} : { resampling: { replicates, redrawn, monteCarloError } }),
    ...(chance === undefined
      ? {}
      : { underPerfectCalibration: isUndefined(chance) ? { reason: chance.reason } : given(chance) }),
  };
}

function given({ mean, upper, replicates }: UnderPerfectCalibration): NonNullable<Estimate["underPerfectCalibration"]> {
  return { mean, upper, replicates };
}

/** The estimates of several populations, in order. */
export function estimate(tally: Tally, populations: readonly Rows[], options: EstimateOptions): Estimate[] {
  return populations.flatMap((population) => measure(tally, population, options).map((m) => m.estimate));
}

export function populationId(rows: Rows): string {
  return "restOf" in rows ? `not(${rows.restOf.id})` : rows.id;
}

function ats(metric: Metric, { thresholds, region }: EstimateOptions): At[] {
  const where = metric.regional === true && region !== undefined ? { region } : {};
  return metric.thresholded ? thresholds.map((threshold) => ({ threshold, ...where })) : [where];
}

type Robust = Pick<Estimate, "interval" | "intervalWithheld" | "standardError">;

/** The jackknife's standard error on the metric's scale. At 0 or 1 a proportion's rows are the blocks that hold any. */
function robustly(point: Point, robust: Jackknife | Undefined, metric: Metric, level: number): Robust {
  if (isUndefined(robust)) return { interval: null, intervalWithheld: "too few blocks", standardError: null };
  const { standardError, degreesOfFreedom, blocksUsed } = robust;
  const critical = studentTQuantile((1 + level) / 2, degreesOfFreedom);
  const denominator = point.denominator === undefined ? {} : { denominator: Math.min(point.denominator, blocksUsed) };
  const interval = scaleInterval({ ...point, standardError, ...denominator }, metric, {
    level,
    critical,
    method: "jackknife",
  });
  return {
    interval: interval ?? null,
    ...(interval === undefined ? { intervalWithheld: "no standard error" } : {}),
    standardError,
  };
}

/** Rows counted, events among them, and Kish's effective rows where weighted: (Σw)²/Σw². */
function sizeOf({ negatives, positives, weighted }: ScoreCounts): { rows: number; events: number; effective?: number } {
  const total = (counts: Float64Array): number => counts.reduce((sum, n) => sum + n, 0);
  if (weighted === undefined) return { rows: total(negatives) + total(positives), events: total(positives) };
  const rows = total(weighted.negativeRows) + total(weighted.positiveRows);
  const weight = total(negatives) + total(positives);
  const squares = total(weighted.negativeSquares) + total(weighted.positiveSquares);
  return { rows, events: total(weighted.positiveRows), ...(squares > 0 ? { effective: weight ** 2 / squares } : {}) };
}

/** The jackknife over counts that lack one block each; a block without rows (`undefined`) is not counted. */
function jackknifeWith(
  full: number,
  without: readonly (ScoreCounts | undefined)[],
  statistic: (counts: ScoreCounts) => number | Undefined,
): Jackknife | Undefined {
  const leftOut: number[] = [];
  for (const left of without) {
    const value = left === undefined ? full : statistic(left);
    if (typeof value !== "number") return value;
    leftOut.push(value);
  }
  return jackknifeOf(
    leftOut,
    without.map((left) => left !== undefined),
  );
}
