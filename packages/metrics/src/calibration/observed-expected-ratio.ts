import type { ScoreCounts } from "@auscult/core";
import { errorOfSum, meanOverRows } from "../inference/mean-over-rows.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { totalsOf } from "../inference/totals.ts";
import { twoSidedP, waldInterval } from "../inference/wald.ts";
import type { Metric } from "../metric.ts";
import { betaQuantile } from "../numeric/beta.ts";
import { gammaQuantile } from "../numeric/gamma.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";
import { certainPredictions, notPredictions } from "./predictions.ts";

export interface ObservedExpected {
  readonly observed: number;
  readonly expected: number;
  readonly ratio: number;
  /** Standard error of log(ratio); absent without events. */
  readonly logStandardError?: number;
  /** Test that the predictions are right, variance Σp(1 − p); absent where every prediction is 0 or 1, or weighted. */
  readonly z?: number;
  readonly p?: number;
}

/** Observed and expected events (sums of weights where weighted) and their ratio. ZERO_DENOMINATOR where all p are 0. */
export function observedExpected(counts: ScoreCounts): ObservedExpected | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  const { rows, weight, eventWeight: observed } = totalsOf(counts);
  const expected = weight * meanOverRows(counts, (p) => p).value;
  if (!(expected > 0)) return undefinedBecause("ZERO_DENOMINATOR");
  const variance = weight * meanOverRows(counts, (p) => p * (1 - p)).value;
  const z = (observed - expected) / Math.sqrt(variance);
  const prevalence = observed / weight;
  return {
    observed,
    expected,
    ratio: observed / expected,
    ...(observed > 0
      ? {
          logStandardError:
            counts.weighted === undefined
              ? Math.sqrt((1 - observed / rows) / observed)
              : errorOfSum(counts, (_, y) => y - prevalence).standardError / observed,
        }
      : {}),
    ...(variance > 0 && counts.weighted === undefined ? { z, p: twoSidedP(z) } : {}),
  };
}

/** Limits of the O:E ratio, all of them taking the expected number as fixed. */
export interface ObservedExpectedIntervals {
  /** Wilson's limits of observed / n, times n / expected: the default. */
  readonly wilson: Interval;
  /** Clopper–Pearson's, likewise; absent where weighted. */
  readonly clopperPearson?: Interval;
  /** exp(log ratio ± z se); absent without events. Undercovers below about 10 expected events. */
  readonly log?: Interval;
  /** Exact Poisson limits of the observed number / expected, conservative; absent where weighted. */
  readonly exactPoisson?: Interval;
}

/** The four intervals in use for an O:E ratio; undefined where the ratio is. Weighted: Wilson at the effective rows. */
export function observedExpectedIntervals(counts: ScoreCounts, level: number): ObservedExpectedIntervals | Undefined {
  const oe = observedExpected(counts);
  if ("status" in oe) return oe;
  const { observed, expected, ratio, logStandardError = 0 } = oe;
  const { rows, weight } = totalsOf(counts);
  const share = observed / weight;
  const scale = weight / expected;
  const tail = (1 - level) / 2;
  const score = scaleInterval(
    {
      value: share,
      denominator: rows,
      ...(counts.weighted === undefined ? {} : { standardError: share * logStandardError }),
    },
    { intervalScale: "wilson", range: [0, 1] },
    { level, critical: normalQuantile(1 - tail) },
  );
  if (score === undefined) return undefinedBecause("NO_ROWS");
  const wilson: Interval = { low: score.low * scale, high: score.high * scale, level, method: "wilson-scaled" };
  const onLog = waldInterval(Math.log(ratio), logStandardError, level);
  const log: { log?: Interval } =
    onLog === undefined
      ? {}
      : { log: { ...onLog, low: Math.exp(onLog.low), high: Math.exp(onLog.high), method: "log" } };
  if (counts.weighted !== undefined) return { wilson, ...log };
  return {
    wilson,
    ...log,
    clopperPearson: {
      low: observed === 0 ? 0 : betaQuantile(tail, observed, rows - observed + 1) * scale,
      high: observed === rows ? scale : betaQuantile(1 - tail, observed + 1, rows - observed) * scale,
      level,
      method: "clopper-pearson",
    },
    exactPoisson: {
      low: observed === 0 ? 0 : gammaQuantile(tail, observed) / expected,
      high: gammaQuantile(1 - tail, observed + 1) / expected,
      level,
      method: "exact-poisson",
    },
  };
}

/**
 * O:E ratio: events that happened over events that the model expected (the sum of its predictions).
 *
 * 1.2 means that 20 % more patients had the event than predicted. It is right on average only: high risks predicted too
 * high and low risks too low cancel out.
 *
 * Units       ratio, 0 to infinity; 1 is ideal. 0 where nobody had the event: a value, with a finite upper limit.
 * Error       of observed / expected, expected taken as fixed; interval from Wilson's limits of observed / n, which kept
 *             its coverage from 3 to 50 expected events in simulation (log-Wald 0.924 at 3).
 * Undefined   ZERO_DENOMINATOR where every prediction is 0.
 *
 * @see Debray et al (2017) BMJ 356:i6460; Wilson (1927) J Am Stat Assoc 22:209-212.
 */
export const observedExpectedRatio: Metric = {
  id: "observedExpectedRatio",
  name: "O:E ratio",
  family: "calibration",
  unit: "ratio",
  range: [0, Infinity],
  ideal: 1,
  better: "towards-ideal",
  thresholded: false,
  headline: true,
  monotoneInvariant: false,
  intervalScale: "log",
  contrast: "ratio",
  requires: { score: "probability", events: 0, nonEvents: 0 },
  source: ["doi:10.1136/bmj.i6460", "doi:10.1080/01621459.1927.10502953"],
  point(counts) {
    const oe = observedExpected(counts);
    if ("status" in oe) return oe;
    const { flags } = certainPredictions(counts);
    return { value: oe.ratio, standardError: oe.ratio * (oe.logStandardError ?? 0), flags };
  },
  interval(counts, _point, level) {
    const intervals = observedExpectedIntervals(counts, level);
    return "status" in intervals ? undefined : intervals.wilson;
  },
};
