import { type Flag, type Undefined, undefinedBecause } from "../result.ts";
import { censoringCurve } from "./censoring-curve.ts";
import { censoringInfluence } from "./censoring-influence.ts";
import { comparablePairs, type PairCounts } from "./comparable-pairs.ts";
import { EVENT_OF_INTEREST, type FollowUp, pick, refuseCompeting, rowsWithAll } from "./follow-up.ts";
import { lifeTable } from "./life-table.ts";

/** Below this share still followed at `tau`, a few patients carry the result. */
const FEW_FOLLOWED = 0.1;

export interface UnoC {
  readonly value: number;
  /** Of the influence function, the estimation of the censoring curve included. */
  readonly standardError: number;
  /** How much each patient moved the value; parallel to the rows that lack nothing. */
  readonly influence: Float64Array;
  readonly flags: readonly Flag[];
}

/**
 * Uno's C up to `tau`: Harrell's C with each event weighted by the inverse square of the probability of still being
 * followed, so that it does not depend on how patients happened to be censored.
 *
 * `tau`       fixed in advance; events before it count (strictly). Some 10 % should still be followed there.
 * Error       infinitesimal jackknife over patients, the weights' estimation included.
 * Undefined   NO_ROWS; ZERO_DENOMINATOR without a comparable pair before `tau`.
 * Flags       EXTREME_WEIGHTS where under 10 % are still followed just before `tau`.
 * Assumes     censoring that depends on nothing; no competing events (refused).
 *
 * @see Uno, Cai, Pencina, D'Agostino & Wei (2011) Stat Med 30:1105-1117, doi:10.1002/sim.4154.
 */
export function unoC(followUp: FollowUp, score: ArrayLike<number>, tau: number): UnoC | Undefined {
  const rows = rowsWithAll(followUp.time, followUp.status, score);
  if (rows.length === 0) return undefinedBecause("NO_ROWS");
  const time = pick(followUp.time, rows);
  const status = pick(followUp.status, rows);
  refuseCompeting(status, "Uno's C");
  const table = lifeTable({ time, status });
  const followed = censoringCurve(table);
  const weight = time.map((t, i) => (status[i] === EVENT_OF_INTEREST && t < tau ? 1 / followed.before(t) ** 2 : 0));
  const { asEarlier, asLater } = comparablePairs({ time, status }, pick(score, rows), weight);
  let won = 0;
  let all = 0;
  for (let i = 0; i < rows.length; i++) {
    won += weight[i]! * (asEarlier.concordant[i]! + asEarlier.tied[i]! / 2);
    all += weight[i]! * (asEarlier.concordant[i]! + asEarlier.tied[i]! + asEarlier.discordant[i]!);
  }
  if (all === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const value = won / all;
  // What a pair adds beyond its share: 1 − C where it is concordant, ½ − C where tied, −C otherwise.
  const excess = ({ concordant, discordant, tied }: PairCounts, i: number): number =>
    (1 - value) * concordant[i]! + (0.5 - value) * tied[i]! - value * discordant[i]!;
  const asFirst = weight.map((w, i) => (w === 0 ? 0 : w * excess(asEarlier, i)));
  // Weights are 1/G², so that what moves G moves them twice.
  const byCensoring = new Float64Array(rows.length);
  censoringInfluence(table, [...rows.keys()], { time, status }, tau, asFirst, byCensoring);
  const influence = asFirst.map((u, i) => (u + excess(asLater, i) + 2 * byCensoring[i]!) / all);
  const standardError = Math.sqrt(influence.reduce((sum, u) => sum + u * u, 0));
  return { value, standardError, influence, flags: followed.before(tau) < FEW_FOLLOWED ? ["EXTREME_WEIGHTS"] : [] };
}
