import type { ScoreCounts } from "@auscult/core";
import type { Resample } from "./inference/resampled-counts.ts";
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
  /** The part of the ROC curve declared to matter. Present for metrics with `regional: true`, and only for them. */
  readonly region?: Region;
}

/** Where on the ROC curve: at most this false positive rate, or at least this sensitivity. */
export type Region = { readonly falsePositiveRate: number } | { readonly sensitivity: number };

/** How a metric's interval is made from resamples of its counts (methods K1). */
export interface Resampled {
  /**
   * `debiased`: the value is 0 or more and chance alone lifts it (a mean distance, a fitted component), so that percentiles
   * lie too high. `basic`: the value less what the resamples do about `centre`. `percentile`: of a smooth statistic.
   */
  readonly interval: "debiased" | "basic" | "percentile";
  /** For `debiased`: the scale on which chance adds the same wherever the truth is; `squared` where what chance gives is not known. */
  readonly scale?: "identity" | "squared";
  /** What it would be by chance alone, were every prediction right, is worth knowing; it is printed beside the value. */
  readonly chance: boolean;
  /** Not smooth, so that resampling alone misleads: an interval only where what chance gives is known too. */
  readonly smooth?: false;
  /** Keep the number of events and of non-events in every resample. */
  readonly stratified?: boolean;
  /** The statistic of a resample with what was chosen from the data (knots) held as it is in them; `point` where absent. */
  readonly held?: (counts: ScoreCounts) => (resample: Resample) => number;
  /** What the resamples scatter about where that is not the value itself. */
  readonly centre?: (counts: ScoreCounts) => number;
}

/** What the evaluator, the report and the conformance tests need to know of a metric. It is data: nothing branches on `id`. */
export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly family: "discrimination" | "threshold" | "calibration" | "utility" | "error";
  /** `amount`: in the unit of a continuous outcome. */
  readonly unit:
    | "probability"
    | "proportion"
    | "log-odds"
    | "ratio"
    | "per-patient"
    | "patients"
    | "score"
    | "squared-probability"
    | "amount";
  readonly range: readonly [low: number, high: number];
  /** The value of a perfect model; `null` where none is better than another (prevalence, selection rate). */
  readonly ideal: number | null;
  readonly better: "higher" | "lower" | "towards-ideal" | "neither";
  readonly uninformative?: number;
  readonly thresholded: boolean;
  /** Computed on the part of the ROC curve that the plan declares (`partialArea`), and only where it declares one. */
  readonly regional?: true;
  /** False where the metric is improper (methods 0.9): computed, but shown in an appendix and never as a headline. */
  readonly headline: boolean;
  /** Unchanged by any strictly increasing transform of the score (of the threshold with it). */
  readonly monotoneInvariant: boolean;
  /** Scale on which a jackknife standard error is put round the value. */
  readonly intervalScale: "identity" | "logit" | "log" | "wilson";
  /** Present where no standard error serves: the interval is made by resampling. */
  readonly resampled?: Resampled;
  /** How two subgroups are compared, and on which scale a margin is stated; `none` where values of subgroups that differ in prevalence cannot be compared. */
  readonly contrast: "difference" | "ratio" | "none";
  readonly requires: Requires;
  /**
   * Rows of each class below which the value is shown and its interval is not: in simulation it covers less than its level
   * there (docs/coverage.md).
   */
  readonly intervalRequires?: { readonly events: number; readonly nonEvents: number };
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

/** What a reader must know of a metric, whatever the outcome it is of. */
export type MetricFacts = Pick<
  Metric,
  | "id"
  | "name"
  | "family"
  | "unit"
  | "range"
  | "ideal"
  | "better"
  | "uninformative"
  | "thresholded"
  | "headline"
  | "contrast"
  | "source"
> & {
  /** Where the metric is one of a class of the outcome (one against the rest): the metric itself, and the class. */
  readonly of?: { readonly metric: string; readonly level: string };
};
