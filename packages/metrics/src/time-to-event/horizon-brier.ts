import type { OutcomeMetric } from "../outcome-kinds/outcome-metric.ts";
import { ipcwBrier } from "../outcomes/ipcw-brier.ts";
import { isUndefined } from "../result.ts";
import { followed, freedomOf, type SurvivalRows, unmet } from "./survival-rows.ts";

/**
 * Brier score at the horizon: the mean squared distance between the predicted risk and whether the event had happened by
 * then, weighted for those whose follow-up ended before.
 *
 * Its scale depends on the observed risk, so it does not compare subgroups: the IPA does.
 *
 * Units       squared probability, 0 to 1; 0 is ideal.
 * Error       of the influence function, the estimation of the censoring curve included; log scale, t.
 * Undefined   NOT_A_PROBABILITY; ONE_CLASS; FOLLOW_UP_TOO_SHORT; WEIGHTED_ROWS.
 *
 * @see Gerds & Schumacher (2006) Biom J 48:1029-1040.
 */
export const horizonBrier: OutcomeMetric<SurvivalRows> = {
  id: "horizonBrier",
  name: "Brier score at the horizon",
  family: "calibration",
  unit: "score",
  range: [0, 1],
  ideal: 0,
  better: "lower",
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "log",
  flagsFewEvents: true,
  requires: { score: "probability" },
  source: ["doi:10.1002/bimj.200610301"],
  point(rows) {
    const fault = unmet(rows, { risk: true });
    if (fault !== undefined) return fault;
    const brier = followed(rows, ipcwBrier(rows.followUp, rows.score, rows.horizon));
    if (isUndefined(brier)) return brier;
    const { value, standardError, influence, flags } = brier;
    return { value, standardError, influence, ...freedomOf(influence), flags };
  },
};

/**
 * Index of prediction accuracy (IPA): the share by which the model's Brier score at the horizon lies below that of giving
 * everybody the observed risk.
 *
 * 0 is no better than the average risk, below 0 worse than it, 1 perfect. Comparable between subgroups of different risk,
 * which the Brier score is not.
 *
 * Units       ratio, at most 1; 1 is ideal, 0 uninformative.
 * Error       of the influence function of both scores and of the censoring curve; on log(1 − IPA), t.
 * Undefined   as the Brier score at the horizon.
 *
 * @see Kattan & Gerds (2018) Diagn Progn Res 2:7, doi:10.1186/s41512-018-0029-2.
 */
export const indexOfPredictionAccuracy: OutcomeMetric<SurvivalRows> = {
  ...horizonBrier,
  id: "indexOfPredictionAccuracy",
  name: "Index of prediction accuracy (IPA)",
  unit: "ratio",
  range: [-Infinity, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0,
  source: ["doi:10.1186/s41512-018-0029-2"],
  point(rows) {
    const fault = unmet(rows, { risk: true });
    if (fault !== undefined) return fault;
    const brier = followed(rows, ipcwBrier(rows.followUp, rows.score, rows.horizon));
    if (isUndefined(brier)) return brier;
    const { ipa: value, ipaStandardError: standardError, ipaInfluence: influence, flags } = brier;
    return { value, standardError, influence, origin: 1, ...freedomOf(influence), flags };
  },
};
