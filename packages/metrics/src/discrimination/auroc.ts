import type { ScoreCounts } from "@auscult/core";
import { classTotals } from "../class-totals.ts";
import type { Metric, Point } from "../metric.ts";
import { expit, logit } from "../numeric/logit.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import type { Flag, Interval } from "../result.ts";
import { delong } from "./delong.ts";
import { extremeWeights } from "./extreme-weights.ts";
import { hanleyMcNeilError } from "./hanley-mcneil.ts";
import { newcombe5 } from "./newcombe5.ts";

/** Verdicts use the guarded interval below this many rows in the smaller class, and below the second where the AUROC is above `NEAR_ONE`. */
const SMALL_CLASS = 20;
const SMALL_CLASS_NEAR_ONE = 50;
const NEAR_ONE = 0.95;

/**
 * Area under the receiver operating characteristic curve (AUROC, c-statistic).
 *
 * The probability that a randomly chosen patient with the event has a higher score than a randomly chosen patient
 * without it; a tie counts one half. It speaks of ranking only, not of calibration, and two subgroups can differ in it
 * through case mix alone.
 *
 * Shapes      k distinct scores; linear time and memory in k.
 * Units       probability, 0 to 1. 0.5 is uninformative; a value below 0.5 is reported as it is, for a score is never
 *             flipped to fit.
 * Error       DeLong's standard error, design-based where rows are weighted. It takes rows to be independent: where a
 *             patient has several, the block jackknife takes its place.
 * Interval    logit scale with Student's t on Satterthwaite degrees of freedom; Newcombe's method 5, flagged
 *             FALLBACK_INTERVAL, where DeLong's variance is absent or 0 (one row in a class, separation, constant score).
 * Guarded     union of the two where the smaller class has under 20 rows, or under 50 with a value above 0.95: the
 *             first undercovers there (0.88 to 0.93 in simulation).
 * Undefined   without an event or without a non-event.
 *
 * @see DeLong, DeLong & Clarke-Pearson (1988) Biometrics 44:837-845, doi:10.2307/2531595.
 * @see Pohar Perme & Manevski (2019) Stat Methods Med Res 28:3158-3174, the logit interval.
 * @see Newcombe (2006) Stat Med 25:559-573.
 */
export const auroc: Metric = {
  id: "auroc",
  name: "Area under the ROC curve",
  family: "discrimination",
  unit: "probability",
  range: [0, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0.5,
  thresholded: false,
  headline: true,
  monotoneInvariant: true,
  intervalScale: "logit",
  contrast: "difference",
  requires: { score: "ordinal", events: 1, nonEvents: 1 },
  source: [
    "doi:10.2307/2531595",
    "doi:10.1109/LSP.2014.2337313",
    "doi:10.1002/sim.2324",
    "doi:10.1177/0962280218795190",
  ],

  point(counts) {
    const { value, variance, degreesOfFreedom } = delong(counts);
    const flags: Flag[] = [];
    if (counts.score.length === 1) flags.push("CONSTANT_SCORE");
    if (!informative(value, variance)) flags.push("FALLBACK_INTERVAL");
    if (extremeWeights(counts)) flags.push("EXTREME_WEIGHTS");
    return {
      value,
      ...(variance === undefined ? {} : { standardError: Math.sqrt(variance) }),
      ...(degreesOfFreedom === undefined ? {} : { degreesOfFreedom }),
      flags,
    };
  },
  interval: aurocInterval,
  guardedInterval: aurocGuardedInterval,
  planningError(counts, planned) {
    const { events, nonEvents } = classTotals(counts);
    const error = hanleyMcNeilError(planned, events.effective, nonEvents.effective);
    return error > 0 ? error : undefined;
  },
};

/** The logit-t interval, or Newcombe's method 5 where DeLong's standard error says nothing. */
export function aurocInterval(counts: ScoreCounts, point: Point, level: number): Interval {
  const { value, standardError = 0, degreesOfFreedom } = point;
  if (!informative(value, standardError) || degreesOfFreedom === undefined)
    return withoutVariance(counts, value, level);
  const centre = logit(value);
  const reach = (studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError) / (value * (1 - value));
  return { low: expit(centre - reach), high: expit(centre + reach), level, method: "logit-t" };
}

/** The union of the metric's interval and Newcombe's method 5, whatever the numbers: what verdicts use where they are small. */
export function aurocUnionInterval(counts: ScoreCounts, point: Point, level: number): Interval {
  const ordinary = aurocInterval(counts, point, level);
  const score = withoutVariance(counts, point.value, level);
  return {
    low: Math.min(ordinary.low, score.low),
    high: Math.max(ordinary.high, score.high),
    level,
    method: "guarded",
  };
}

function aurocGuardedInterval(counts: ScoreCounts, point: Point, level: number): Interval | undefined {
  const { events, nonEvents } = classTotals(counts);
  const smaller = Math.min(events.effective, nonEvents.effective);
  const small = smaller < SMALL_CLASS || (point.value > NEAR_ONE && smaller < SMALL_CLASS_NEAR_ONE);
  return small ? aurocUnionInterval(counts, point, level) : undefined;
}

function withoutVariance(counts: ScoreCounts, value: number, level: number): Interval {
  const { events, nonEvents } = classTotals(counts);
  return { ...newcombe5(value, events.effective, nonEvents.effective, level), level, method: "newcombe-5" };
}

function informative(value: number, variance: number | undefined): boolean {
  return variance !== undefined && variance > 0 && value > 0 && value < 1;
}
