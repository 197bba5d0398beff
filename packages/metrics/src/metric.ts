import type { ScoreCounts } from "@auscult/core";
import type { Flag, Interval, Undefined } from "./result.ts";

/** What a metric needs before it may be called. The evaluator reads it; a metric never sees an impossible cell. */
export interface Requires {
  readonly score: "ordinal" | "probability";
  readonly events: number;
  readonly nonEvents: number;
  /** Rows at or above, and below, the threshold. */
  readonly flagged?: number;
  readonly unflagged?: number;
  /** Distinct scores. */
  readonly distinct?: number;
}

/** A metric's value on one subgroup, before an interval is put round it. */
export interface Point {
  readonly value: number;
  /** Assumes independent rows. 0 where it carries no information; absent where there is no analytic one. */
  readonly standardError?: number;
  /** Rows a proportion is taken over. Carries the interval where the value is 0 or 1 and the standard error therefore 0. */
  readonly denominator?: number;
  /** Satterthwaite degrees of freedom, where the interval is a t interval. */
  readonly degreesOfFreedom?: number;
  /** Where a log scale starts: the interval is put on log |value − origin|. 0 where absent. */
  readonly origin?: number;
  readonly flags?: readonly Flag[];
}

/** What a metric is computed at, besides the counts. */
export interface At {
  /** Flagged means `score >= threshold`. Present for metrics with `thresholded: true`, and only for them. */
  readonly threshold?: number;
}

/** What the evaluator, the report and the conformance tests need to know of a metric. It is data: nothing branches on `id`. */
export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly family: "discrimination" | "threshold" | "calibration" | "utility";
  readonly unit: "probability" | "proportion" | "log-odds" | "ratio" | "per-patient" | "patients" | "score";
  readonly range: readonly [low: number, high: number];
  /** The value of a perfect model; `null` where none is better than another (prevalence, selection rate). */
  readonly ideal: number | null;
  readonly better: "higher" | "lower" | "towards-ideal" | "neither";
  readonly uninformative?: number;
  readonly thresholded: boolean;
  /** False where the metric is improper (methods 0.9): computed, but shown in an appendix and never as a headline. */
  readonly headline: boolean;
  /** Unchanged by any strictly increasing transform of the score (of the threshold with it). */
  readonly monotoneInvariant: boolean;
  /** Scale on which a jackknife standard error is put round the value. */
  readonly intervalScale: "identity" | "logit" | "log" | "wilson";
  /**
   * False where chance alone lifts the value (a mean or greatest absolute deviation, a fitted component): intervals from a
   * jackknife or a bootstrap then cover far less than their level (down to 0), so none is made. Absent: true.
   */
  readonly regular?: false;
  /** How two subgroups are compared, and on which scale a margin is stated; `none` where values of subgroups that differ in prevalence cannot be compared. */
  readonly contrast: "difference" | "ratio" | "none";
  readonly requires: Requires;
  /** DOIs or short citations: author (year) journal volume:page. */
  readonly source: readonly string[];
  /** Pure. Called only where `requires` holds. */
  point(counts: ScoreCounts, at: At): Point | Undefined;
  /** Pure. The interval for independent rows where the declared scale with the analytic standard error is not the method of choice. */
  interval?(counts: ScoreCounts, point: Point, level: number, at: At): Interval | undefined;
  /** Pure. The standard error that counts of this size would give were the value `planned`; design-based, for the smallest detectable gap. */
  planningError?(counts: ScoreCounts, planned: number): number | undefined;
  /** Pure. A wider interval that verdicts use where the ordinary one undercovers (few events); see methods A2. */
  guardedInterval?(counts: ScoreCounts, point: Point, level: number, at: At): Interval | undefined;
}
