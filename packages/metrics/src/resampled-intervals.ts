import type { ScoreCounts } from "@auscult/core";
import { classTotals } from "./class-totals.ts";
import { type UnderPerfectCalibration, underPerfectCalibration } from "./calibration/under-perfect-calibration.ts";
import { basicInterval, type BootstrapInterval, expandedPercentileInterval } from "./inference/bootstrap-interval.ts";
import type { BootstrapSample } from "./inference/bootstrap-sample.ts";
import { debiasedInterval } from "./inference/debiased-interval.ts";
import { gathered } from "./inference/gathered.ts";
import type { Resample } from "./inference/resampled-counts.ts";
import { bootstrapBlocks, bootstrapRows } from "./inference/subgroup-resampling.ts";
import type { At, Metric, Resampled } from "./metric.ts";
import { type Flag, isUndefined, type Undefined, undefinedBecause } from "./result.ts";

export interface BootstrapPolicy {
  readonly replicates: number;
  readonly seed: number;
}

/** A population whose metrics are resampled; `blocks` of whole patients where these have several rows. */
interface Population {
  readonly counts: ScoreCounts;
  readonly blocks?: readonly ScoreCounts[] | undefined;
}

/** A metric with its value in the data. */
export interface Wanted {
  readonly metric: Metric & { readonly resampled: Resampled };
  readonly at: At;
  readonly value: number;
}

export interface ResampledInterval {
  readonly interval: BootstrapInterval | undefined;
  readonly withheld?: "too few blocks" | "no standard error" | "not smooth";
  readonly replicates: number;
  readonly redrawn: number;
  readonly flags: readonly Flag[];
  /** Present for metrics that chance lifts. */
  readonly chance?: UnderPerfectCalibration | Undefined;
}

/** More distinct scores than this are gathered for the replicates; the value itself never is. */
const CELLS = 300;

/**
 * Intervals of metrics that have no standard error, from one set of resamples for all of them (methods C4 to C6, K1), and
 * what each would be by chance alone were every prediction right. One for each of `wanted`, in order.
 *
 * Replicate r of a seed is the same whatever else is asked for, in any order, on any number of workers.
 */
export function resampledIntervals(
  population: Population,
  wanted: readonly Wanted[],
  policy: BootstrapPolicy,
  level: number,
): ResampledInterval[] {
  const found = new Map<Wanted, ResampledInterval>();
  const smooth = wanted.filter(({ metric }) => metric.resampled.interval === "percentile");
  const lifted = wanted.filter(({ metric }) => metric.resampled.interval !== "percentile");
  for (const stratified of [false, true]) {
    const own = smooth.filter(({ metric }) => (metric.resampled.stratified ?? false) === stratified);
    if (own.length > 0) fill(found, population, own, { ...policy, level, stratified, cells: Infinity });
  }
  if (lifted.length > 0) fill(found, population, lifted, { ...policy, level, stratified: false, cells: CELLS });
  return wanted.map((w) => found.get(w)!);
}

interface Options extends BootstrapPolicy {
  readonly level: number;
  readonly stratified: boolean;
  readonly cells: number;
}

function fill(
  found: Map<Wanted, ResampledInterval>,
  { counts, blocks }: Population,
  wanted: readonly Wanted[],
  options: Options,
): void {
  const cells = gathered(counts, options.cells);
  const { events, nonEvents } = classTotals(counts);
  const units = Math.min(
    events.effective,
    nonEvents.effective,
    blocks?.filter((b) => b.score.length > 0).length ?? Infinity,
  );
  const statistics = wanted.map(({ metric, at }) => statisticOf(metric, cells.counts, at));
  const all = (resample: Resample): number[] => statistics.map((statistic) => statistic(resample));
  const chances = chanceOf(cells.counts, blocks !== undefined, wanted, statistics, options);
  const made =
    blocks === undefined
      ? bootstrapRows(cells.counts, all, options)
      : bootstrapBlocks(counts.score, cells, blocks, all, options);
  for (const [k, w] of wanted.entries()) {
    const chance = chances.get(w);
    const known = { replicates: options.replicates, ...(chance === undefined ? {} : { chance }) };
    if (isUndefined(made)) {
      const withheld = blocks === undefined ? "no standard error" : "too few blocks";
      found.set(w, { interval: undefined, withheld, ...known, redrawn: 0, flags: [] });
      continue;
    }
    const of = { ...known, redrawn: made.redrawn, flags: made.flags };
    const limit = chance === undefined || isUndefined(chance) ? undefined : chance;
    if (w.metric.resampled.smooth === false && limit === undefined) {
      found.set(w, { interval: undefined, withheld: "not smooth", ...of });
      continue;
    }
    const interval = intervalOf(w, made.samples[k]!, cells.counts, options.level, limit, units);
    found.set(w, interval === undefined ? { interval, withheld: "no standard error", ...of } : { interval, ...of });
  }
}

/** A metric's value in a resample, NaN where it has none there. */
function statisticOf(metric: Wanted["metric"], counts: ScoreCounts, at: At): (resample: Resample) => number {
  const { held } = metric.resampled;
  if (held !== undefined) return held(counts);
  return (resample) => {
    const point = metric.point(resample.counts, at);
    return isUndefined(point) ? Number.NaN : point.value;
  };
}

function intervalOf(
  { metric, value }: Wanted,
  sample: BootstrapSample,
  counts: ScoreCounts,
  level: number,
  chance: UnderPerfectCalibration | undefined,
  units: number,
): BootstrapInterval | undefined {
  const { interval: kind, scale = "identity", centre } = metric.resampled;
  const [bottom, top] = metric.range;
  const made =
    kind === "percentile"
      ? holding(expandedPercentileInterval(sample, level, units), value)
      : kind === "basic"
        ? about(sample, value, centre?.(counts) ?? sample.estimate, level)
        : chance === undefined
          ? // Nothing holds the lower limit at 0 where it should be: the wider of the two scales.
            debiasedInterval(sample, { level, scale: "squared", value })
          : debiasedInterval(sample, { level, scale, value, chance });
  if (made === undefined || !(made.low < made.high)) return undefined;
  return { ...made, low: Math.max(made.low, bottom), high: Math.min(made.high, top) };
}

function holding(interval: BootstrapInterval | undefined, value: number): BootstrapInterval | undefined {
  return interval && { ...interval, low: Math.min(interval.low, value), high: Math.max(interval.high, value) };
}

/** The basic interval: the value less how far the resamples lie from what they scatter about. */
function about(sample: BootstrapSample, value: number, centre: number, level: number): BootstrapInterval | undefined {
  const basic = basicInterval({ ...sample, estimate: centre }, level);
  if (basic === undefined) return undefined;
  const by = value - centre;
  return { ...basic, low: Math.min(basic.low + by, value), high: Math.max(basic.high + by, value) };
}

/** What chance gives each metric that asks for it; why that cannot be had where rows are weighted or depend on each other. */
function chanceOf(
  counts: ScoreCounts,
  blocked: boolean,
  wanted: readonly Wanted[],
  statistics: readonly ((resample: Resample) => number)[],
  options: Options,
): Map<Wanted, UnderPerfectCalibration | Undefined> {
  const own = [...wanted.keys()].filter((k) => wanted[k]!.metric.resampled.chance);
  const reason = blocked ? "ROWS_NOT_INDEPENDENT" : counts.weighted === undefined ? undefined : "WEIGHTED_ROWS";
  const known =
    reason === undefined
      ? underPerfectCalibration(counts, (resample) => own.map((k) => statistics[k]!(resample)), options)
      : undefinedBecause(reason);
  return new Map(
    own.map((k, i) => [wanted[k]!, "status" in known ? known : (known[i] ?? undefinedBecause("TOO_FEW_EVENTS"))]),
  );
}
