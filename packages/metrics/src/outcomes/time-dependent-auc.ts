import { EVENT } from "@auscult/core";
import { countScores } from "../count-scores.ts";
import { placements } from "../discrimination/placements.ts";
import { placeIn } from "../numeric/distinct.ts";
import { type Flag, isUndefined, type Undefined } from "../result.ts";
import { type FollowUp, pick } from "./follow-up.ts";
import { horizonWeights } from "./horizon-weights.ts";
import { errorOf } from "./moments.ts";

export interface TimeDependentAuc {
  readonly value: number;
  /** Of the influence function, the estimation of the censoring curve included. */
  readonly standardError: number;
  /** How much each patient moved the value, by way of the estimated censoring curve too; parallel to `rows`. */
  readonly influence: Float64Array;
  readonly rows: readonly number[];
  readonly flags: readonly Flag[];
}

/**
 * AUROC at a horizon from censored follow-up (cumulative cases, dynamic controls).
 *
 * The probability that a patient who has the event by the horizon has a higher score than one known not to have had it;
 * a tie counts one half. With competing events, whoever had one by the horizon is a control. An event at the horizon
 * itself is a case.
 *
 * `score` is higher for higher risk. Undefined and flagged as `horizonWeights`; `stratum` as there.
 * Assumes independent rows and censoring that says nothing of the risk (within a stratum).
 *
 * @see Blanche, Dartigues & Jacqmin-Gadda (2013) Stat Med 32:5381-5397, doi:10.1002/sim.5958; agrees with riskRegression.
 */
export function timeDependentAuc(
  followUp: FollowUp,
  score: ArrayLike<number>,
  horizon: number,
  stratum?: ArrayLike<string | number>,
): TimeDependentAuc | Undefined {
  const at = horizonWeights(followUp, score, horizon, stratum);
  if (isUndefined(at)) return at;
  const { outcome, weight, flags } = at;
  const n = outcome.length;
  const scores = pick(score, at.rows);
  const counts = countScores(scores, outcome, weight);
  const { ofEvents, ofNonEvents } = placements(counts);
  const isCase = Uint8Array.from(outcome, (y) => (y === EVENT ? 1 : 0));

  const asCase = weight.map((w, i) => (isCase[i] === 1 ? w : 0));
  const asControl = weight.map((w, i) => (isCase[i] === 1 ? 0 : w));
  const meanOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / n;
  const cases = meanOf(asCase);
  const controls = meanOf(asControl);
  // Weight × the share of the other class that is ranked on the right side: each pair is in it twice, once from each side.
  const won = weight.map((w, i) => {
    if (w === 0) return 0;
    const k = placeIn(counts.score, scores[i]!);
    return w * (isCase[i] === 1 ? ofEvents[k]! * controls : ofNonEvents[k]! * cases);
  });
  // Over the cases alone, so that of a score that separates them the value is 1 to the last bit.
  const placed = asCase.map((w, i) => (w === 0 ? 0 : w * ofEvents[placeIn(counts.score, scores[i]!)]!));
  const value = meanOf(placed) / cases;
  // The estimate is a ratio, won / (cases × controls), in which the censoring curve enters each of the three.
  const excess = won.map((u, i) => u - value * (asCase[i]! * controls + asControl[i]! * cases));
  const byCensoring = at.censoringInfluence(excess);
  const influence = excess.map((u, i) => (u + byCensoring[i]!) / (cases * controls) / n);
  return { value, standardError: errorOf(influence), influence, rows: at.rows, flags };
}
