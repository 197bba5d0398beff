import type { ScoreCounts } from "@auscult/core";
import { type ClassTotal, classTotals } from "./class-totals.ts";
import { scaleInterval } from "./inference/scale-interval.ts";
import { blockedBand } from "./blocked-band.ts";
import type { Curve, CurvePoints } from "./curve.ts";
import type { At, Metric, Point, Requires } from "./metric.ts";
import { studentTQuantile } from "./numeric/student-t.ts";
import { type Flag, type Interval, isUndefined, type Reason, type Undefined, undefinedBecause } from "./result.ts";

const FEW = 10;

export interface EvaluateOptions {
  /** Confidence level of the intervals, e.g. 0.95. */
  readonly level: number;
  readonly at: At;
  /** What the score is. A metric of probabilities is not computed on an ordinal score. */
  readonly scoreKind: "probability" | "ordinal";
  /** Flag FEW_EVENTS and FEW_NON_EVENTS below it; 10 where absent. */
  readonly minimumEvents?: number;
  /** Leave the intervals out, as inside a jackknife or bootstrap replicate. */
  readonly pointOnly?: boolean;
}

export interface Evaluated {
  readonly point: Point;
  readonly interval?: Interval;
  readonly guardedInterval?: Interval;
  readonly flags: readonly Flag[];
}

/**
 * A metric on one subgroup's counts: what it requires is checked first, so that a metric never sees an impossible cell.
 *
 * Undefined    NO_ROWS without a row; NOT_A_PROBABILITY where probabilities are required and the score is ordinal or
 *              lies outside [0, 1]; MISSING_INPUT where a threshold, or a region, is required and none is given; ONE_CLASS where a
 *              class that is required is empty, TOO_FEW_EVENTS where it is smaller than required; CONSTANT_SCORE with
 *              fewer distinct scores than required; ZERO_DENOMINATOR with fewer rows flagged or unflagged; and the
 *              metric's own reason.
 * Interval     the metric's own; where it has none, its analytic standard error on its declared scale with Student's t
 *              on the point's degrees of freedom, or the normal quantile where it states none. Absent where neither can be had. Rows are taken to be independent.
 */
export function evaluate(metric: Metric, counts: ScoreCounts, options: EvaluateOptions): Evaluated | Undefined {
  const { level, at, scoreKind, minimumEvents = FEW, pointOnly = false } = options;
  const totals = classTotals(counts);
  const missing =
    (metric.thresholded && (at.threshold === undefined || Number.isNaN(at.threshold))) ||
    (metric.regional === true && at.region === undefined);
  const reason = unmet(metric.requires, counts, totals, scoreKind, at) ?? (missing ? "MISSING_INPUT" : undefined);
  if (reason !== undefined) return undefinedBecause(reason);
  const point = metric.point(counts, at);
  if (isUndefined(point)) return point;
  if (Number.isNaN(point.value)) {
    throw new Error(
      `${metric.id} gave NaN where its requirements hold. This is a defect of Auscult: please report it.`,
    );
  }
  const flags = [...(point.flags ?? []), ...few(metric.requires, totals, minimumEvents)];
  if (pointOnly) return { point, flags };
  const interval =
    metric.interval === undefined
      ? scaleInterval(point, metric, { level, critical: criticalOf(point, level) })
      : metric.interval(counts, point, level, at);
  const guardedInterval = metric.guardedInterval?.(counts, point, level, at);
  return {
    point,
    ...(interval === undefined ? {} : { interval }),
    ...(guardedInterval === undefined ? {} : { guardedInterval }),
    flags,
  };
}

/** Student's t quantile on the point's degrees of freedom; the normal one where it states none. */
function criticalOf({ degreesOfFreedom = Infinity }: Point, level: number): number {
  return studentTQuantile((1 + level) / 2, degreesOfFreedom);
}

/** A curve on one subgroup's counts, or why it cannot be drawn: what it requires is checked as for a metric. */
export function evaluateCurve(
  curve: Curve,
  counts: ScoreCounts,
  options: Parameters<Curve["points"]>[1] & {
    readonly scoreKind: "probability" | "ordinal";
    /** The parts of the counts, whole patients each, where patients have several rows. */
    readonly blocks?: readonly ScoreCounts[];
  },
): CurvePoints | Undefined {
  const reason = unmet(curve.requires, counts, classTotals(counts), options.scoreKind, {});
  if (reason !== undefined) return undefinedBecause(reason);
  const points = curve.points(counts, options);
  return isUndefined(points) || options.blocks === undefined
    ? points
    : blockedBand(curve, points, counts, options.blocks, options.level);
}

type Totals = { readonly events: ClassTotal; readonly nonEvents: ClassTotal };

/** The first requirement that these counts do not meet. */
function unmet(
  requires: Requires,
  counts: ScoreCounts,
  { events, nonEvents }: Totals,
  scoreKind: "probability" | "ordinal",
  { threshold }: At,
): Reason | undefined {
  const { score } = counts;
  const lacksClass = (rows: number, needed: number): boolean => needed > 0 && rows === 0;
  if (events.rows + nonEvents.rows === 0) return "NO_ROWS";
  if (requires.score === "probability" && (scoreKind !== "probability" || !(score[0]! >= 0 && score.at(-1)! <= 1))) {
    return "NOT_A_PROBABILITY";
  }
  if (lacksClass(events.rows, requires.events) || lacksClass(nonEvents.rows, requires.nonEvents)) return "ONE_CLASS";
  if (events.rows < requires.events || nonEvents.rows < requires.nonEvents) return "TOO_FEW_EVENTS";
  if (score.length < (requires.distinct ?? 0)) return "CONSTANT_SCORE";
  if (threshold !== undefined && (requires.flagged !== undefined || requires.unflagged !== undefined)) {
    const flagged = rowsFrom(counts, threshold);
    const unflagged = events.rows + nonEvents.rows - flagged;
    if (flagged < (requires.flagged ?? 0) || unflagged < (requires.unflagged ?? 0)) return "ZERO_DENOMINATOR";
  }
  return undefined;
}

function rowsFrom({ score, negatives, positives, weighted }: ScoreCounts, threshold: number): number {
  const negativeRows = weighted?.negativeRows ?? negatives;
  const positiveRows = weighted?.positiveRows ?? positives;
  let rows = 0;
  for (let i = score.length - 1; i >= 0 && score[i]! >= threshold; i--) rows += negativeRows[i]! + positiveRows[i]!;
  return rows;
}

function few(requires: Requires, { events, nonEvents }: Totals, minimum: number): Flag[] {
  const flags: Flag[] = [];
  if (requires.events > 0 && events.rows < minimum) flags.push("FEW_EVENTS");
  if (requires.nonEvents > 0 && nonEvents.rows < minimum) flags.push("FEW_NON_EVENTS");
  return flags;
}
