import type { Metric, MetricFacts } from "../metric.ts";
import type { Flag, Interval, Undefined } from "../result.ts";

/** A metric's value on some rows, before an interval is put round it. */
export interface RowsPoint {
  readonly value: number;
  /** Of independent rows (linearised where they are weighted). */
  readonly standardError?: number;
  /** How much each row moved the value, parallel to the rows: what clustered rows and overlapping groups are judged by. */
  readonly influence?: Float64Array;
  /** Of the t quantile; the normal one where absent. */
  readonly degreesOfFreedom?: number;
  /** Where a log scale starts; 0 where absent. */
  readonly origin?: number;
  readonly flags?: readonly Flag[];
}

/**
 * A metric of an outcome that is not binary: facts, and a pure function of one subgroup's rows. Nothing branches on `id`.
 * It checks itself what it needs, and says why it cannot be had.
 */
export interface OutcomeMetric<Rows> extends MetricFacts {
  readonly requires: {
    readonly score: "ordinal" | "probability";
    /** Where events can preclude the one predicted, it has no place for them and is not offered. */
    readonly noCompeting?: true;
  };
  readonly intervalScale: Metric["intervalScale"];
  /** Events, or non-events, are what it is uncertain by: it is flagged where they are few. */
  readonly flagsFewEvents: boolean;
  /** Of independent rows two subgroups are compared by Welch's t on the two errors; otherwise by MOVER from the intervals. */
  readonly welch?: true;
  point(rows: Rows): RowsPoint | Undefined;
  /** The interval for independent rows where the declared scale with the error is not the method of choice. */
  interval?(rows: Rows, point: RowsPoint, level: number): Interval | undefined;
  /** A wider interval that verdicts use where the ordinary one undercovers (few events); see methods A2. */
  guardedInterval?(rows: Rows, point: RowsPoint, level: number): Interval | undefined;
}
