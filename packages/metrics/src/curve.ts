import type { ScoreCounts } from "@auscult/core";
import type { Flag, Undefined } from "./result.ts";
import type { Requires } from "./metric.ts";
import type { BootstrapPolicy } from "./resampled-intervals.ts";

/**
 * Points of a curve as parallel columns, finished: a chart draws them and computes nothing. At most about 200 points
 * whatever the rows, the ends and the declared thresholds among them: a report's size does not grow with its cohort.
 *
 * Columns that the charts know, by curve id. Bands are always `low` and `high`.
 * - `roc`: falsePositiveRate, sensitivity, threshold
 * - `precisionRecall`: sensitivity, ppv, threshold
 * - `calibrationCurve`: predicted, observed, low, high, loess (the same by loess, for comparison)
 * - `calibrationIsotonic`: predicted, observed, low, high (where it would lie by chance alone were every prediction right)
 * - `calibrationGroups`: predicted, observed, low, high, rows, events (a point a group, drawn over the curve)
 * - `decisionCurve`: threshold, netBenefit, low, high, treatAll, treatNone
 * - `scoreDistribution`: from, to, nonEvents, events, nonEventShare, eventShare (shares within the outcome class)
 */
export interface CurvePoints {
  /** Column name → values; all of one length. The first is the x axis. */
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>;
  readonly flags: readonly Flag[];
}

/** Counts → points. Metadata is data; nothing branches on `id`. */
export interface Curve {
  readonly id: string;
  readonly name: string;
  readonly x: string;
  readonly y: string;
  readonly requires: Requires;
  readonly source: readonly string[];
  /** Pure. Called only where `requires` holds. `level` is that of the bands. */
  points(
    counts: ScoreCounts,
    options: {
      readonly level: number;
      /** Declared thresholds. */
      readonly thresholds: readonly number[];
      /** Risks at which clinicians would act (the plan's `utility.thresholds`); absent where none is declared. */
      readonly range?: readonly [low: number, high: number];
      /** Of bands that are simulated; without it, or where chance cannot be simulated, there is none. */
      readonly bootstrap?: BootstrapPolicy;
    },
  ): CurvePoints | Undefined;
  /**
   * How the band is made where patients have several rows: the curve without each block of patients, on this scale. A curve
   * that has a band and not this one is drawn without its band there.
   */
  readonly jackknifed?: {
    readonly scale: "identity" | "logit";
    /** The curve of counts that lack a block of `whole`, at the x of the whole's points. */
    at(whole: ScoreCounts, x: readonly number[]): (left: ScoreCounts) => ArrayLike<number> | Undefined;
  };
}

/** What a reader must know of a curve, whatever the outcome it is of. */
export type CurveFacts = Pick<Curve, "id" | "name" | "x" | "y" | "source"> & {
  /** Where the curve is one of a class of the outcome: the curve itself, and the class. */
  readonly of?: { readonly curve: string; readonly level: string };
};
