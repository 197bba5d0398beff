import type { CurveFacts, CurvePoints } from "../curve.ts";
import type { Undefined } from "../result.ts";

/** A curve of an outcome that is not binary: facts, and finished points from one subgroup's rows. Nothing branches on `id`. */
export interface OutcomeCurve<Rows> extends CurveFacts {
  points(
    rows: Rows,
    options: {
      readonly level: number;
      /** Everybody's rows, by which groups of predictions are cut alike in every subgroup. */
      readonly everybody: Rows;
      /** Risks at which clinicians would act (the plan's `utility.thresholds`); absent where none is declared. */
      readonly range?: readonly [low: number, high: number];
      /** Block of each row's patient, where patients have several rows: a band that takes rows for independent is left out. */
      readonly cluster?: ArrayLike<number>;
    },
  ): CurvePoints | Undefined;
}
