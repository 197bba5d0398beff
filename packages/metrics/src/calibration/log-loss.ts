import type { ScoreCounts } from "@auscult/core";
import { type Mean, meanOverRows, type RowValue } from "../inference/mean-over-rows.ts";
import type { Metric } from "../metric.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { notPredictions } from "./predictions.ts";

/** −log of the probability that the model gave to what happened; infinite where it gave none. Natural logarithm. */
const logLossOfRow: RowValue = (p, event) => (event === 1 ? -Math.log(p) : -Math.log1p(-p));

/**
 * Mean log loss, infinite where an impossible event happened. Undefined: NOT_A_PROBABILITY; NO_ROWS.
 */
export function logLossOf(counts: ScoreCounts): Mean | Undefined {
  return notPredictions(counts) ?? meanOverRows(counts, logLossOfRow);
}

/**
 * Log loss: mean negative log-likelihood of what happened under the predicted risks.
 *
 * It punishes confident mistakes without bound: one event at a prediction of 0 makes it infinite, which is reported as
 * IMPOSSIBLE_PREDICTION rather than as a number. It depends on prevalence.
 *
 * Units       natural log units, 0 to infinity; 0 is ideal.
 * Error       sd/√n (linearised where weighted).
 * Undefined   IMPOSSIBLE_PREDICTION; without rows.
 *
 * @see Good (1952) J R Stat Soc B 14:107-114; Gneiting & Raftery (2007) J Am Stat Assoc 102:359-378.
 */
export const logLoss: Metric = {
  id: "logLoss",
  name: "Log loss",
  family: "calibration",
  unit: "score",
  range: [0, Infinity],
  ideal: 0,
  better: "lower",
  thresholded: false,
  headline: true,
  monotoneInvariant: false,
  intervalScale: "log",
  contrast: "difference",
  requires: { score: "probability", events: 0, nonEvents: 0 },
  source: ["doi:10.1198/016214506000001437"],
  point(counts) {
    const mean = logLossOf(counts);
    return isUndefined(mean) || Number.isFinite(mean.value) ? mean : undefinedBecause("IMPOSSIBLE_PREDICTION");
  },
};
