import type { Subgroup } from "@auscult/core";
import { calibrationInTheLarge } from "../calibration/calibration-in-the-large.ts";
import { observedExpectedRatio } from "../calibration/observed-expected-ratio.ts";
import { auroc } from "../discrimination/auroc.ts";
import type { Measured } from "../estimate.ts";
import type { Contrast } from "../estimates.ts";
import type { DriftChart } from "../monitoring/drift-charts.ts";
import type { Undefined } from "../result.ts";
import { prevalence } from "../threshold/prevalence.ts";
import { selectionRate } from "../threshold/selection-rate.ts";

/** What is measured in every period, in the report's order. */
export const MONITORED = [observedExpectedRatio, calibrationInTheLarge, auroc, selectionRate, prevalence];

/** One population over time: each period, and the whole stretch after the baseline against it. */
export interface PopulationOverTime {
  readonly population: Subgroup;
  /** For each period, the metrics of `MONITORED`. */
  readonly periods: readonly (readonly Measured[])[];
  /** After the baseline against the baseline, by metric; none without a baseline. */
  readonly since: readonly Contrast[];
  readonly chart: DriftChart | Undefined | undefined;
  /** Rows not charted, because their patient was charted already. */
  readonly chartedBefore: number;
}
