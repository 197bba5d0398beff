import { type Flag, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { aalenJohansen } from "./aalen-johansen.ts";
import { type FollowUp, pick } from "./follow-up.ts";
import { horizonWeights } from "./horizon-weights.ts";
import { errorOf } from "./moments.ts";

export interface HorizonBrier {
  readonly value: number;
  /** Of the influence function, the estimation of the censoring curve included. */
  readonly standardError: number;
  /** Of the observed risk given to everybody, with the same weights. */
  readonly uninformative: number;
  /** Index of prediction accuracy, 1 − value/uninformative: 0 is no better than the average risk, below 0 worse. */
  readonly ipa: number;
  readonly ipaStandardError: number;
  /** How much each patient moved the value and the IPA; parallel to `rows`. */
  readonly influence: Float64Array;
  readonly ipaInfluence: Float64Array;
  readonly rows: readonly number[];
  readonly flags: readonly Flag[];
}

/**
 * Brier score of predicted risks by a horizon from censored follow-up: the weighted mean of (event by then − risk)².
 *
 * Proper: a model cannot better it by other than the true risks. Its scale depends on the observed risk, so between
 * subgroups the IPA is to be compared. With competing events the observed risk is Aalen-Johansen's.
 *
 * `risk` predicted by the horizon, 0 to 1. Undefined and flagged as `horizonWeights`, and NOT_A_PROBABILITY where a
 * predicted risk lies outside [0, 1]; `stratum` as there.
 *
 * @see Gerds & Schumacher (2006) Biom J 48:1029-1040; Kattan & Gerds (2018) Diagn Progn Res 2:7, the IPA.
 */
export function ipcwBrier(
  followUp: FollowUp,
  risk: ArrayLike<number>,
  horizon: number,
  stratum?: ArrayLike<string | number>,
): HorizonBrier | Undefined {
  const at = horizonWeights(followUp, risk, horizon, stratum);
  if (isUndefined(at)) return at;
  const { rows, outcome, weight, flags } = at;
  const predicted = pick(risk, rows);
  if (predicted.some((p) => p < 0 || p > 1)) return undefinedBecause("NOT_A_PROBABILITY");
  const observed = aalenJohansen({ time: pick(followUp.time, rows), status: pick(followUp.status, rows) }, horizon);
  if (isUndefined(observed)) return observed;
  const n = rows.length;
  const meanOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / n;
  const squared = weight.map((w, i) => (w === 0 ? 0 : w * (outcome[i]! - predicted[i]!) ** 2));
  const uninformative = meanOf(weight.map((w, i) => (w === 0 ? 0 : w * (outcome[i]! - observed.risk) ** 2)));
  const value = meanOf(squared);
  const influenceOf = (contribution: Float64Array): Float64Array => {
    const average = meanOf(contribution);
    const byCensoring = at.censoringInfluence(contribution);
    return contribution.map((c, i) => (c - average + byCensoring[i]!) / n);
  };
  const influence = influenceOf(squared);
  // The observed risk r is the weighted share of cases, and the score of giving it to all is r(1 − r).
  const { risk: r } = observed;
  const ofReference = (value * (1 - 2 * r)) / uninformative ** 2;
  const ipaInfluence = influenceOf(
    squared.map((s, i) => (outcome[i] === 1 ? ofReference * weight[i]! : 0) - s / uninformative),
  );
  return {
    value,
    standardError: errorOf(influence),
    uninformative,
    ipa: 1 - value / uninformative,
    ipaStandardError: errorOf(ipaInfluence),
    influence,
    ipaInfluence,
    rows,
    flags,
  };
}
