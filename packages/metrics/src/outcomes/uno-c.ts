import { type Flag, type Undefined, undefinedBecause } from "../result.ts";
import { censoringCurve } from "./censoring-curve.ts";
import { comparablePairs } from "./comparable-pairs.ts";
import { EVENT_OF_INTEREST, type FollowUp, pick, refuseCompeting, rowsWithAll } from "./follow-up.ts";
import { lifeTable } from "./life-table.ts";

/** Below this share still followed at `tau`, a few patients carry the result. */
const FEW_FOLLOWED = 0.1;

export interface UnoC {
  readonly value: number;
  readonly flags: readonly Flag[];
}

/**
 * Uno's C up to `tau`: Harrell's C with each event weighted by the inverse square of the probability of still being
 * followed, so that it does not depend on how patients happened to be censored.
 *
 * `tau`       fixed in advance; events before it count (strictly). Some 10 % should still be followed there.
 * Interval    bootstrap by patient; no analytic one is given.
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
  const followed = censoringCurve(lifeTable({ time, status }));
  const { asEarlier } = comparablePairs({ time, status }, pick(score, rows));
  let won = 0;
  let all = 0;
  for (let i = 0; i < rows.length; i++) {
    if (status[i] !== EVENT_OF_INTEREST || !(time[i]! < tau)) continue;
    const weight = 1 / followed.before(time[i]!) ** 2;
    won += weight * (asEarlier.concordant[i]! + asEarlier.tied[i]! / 2);
    all += weight * (asEarlier.concordant[i]! + asEarlier.tied[i]! + asEarlier.discordant[i]!);
  }
  if (all === 0) return undefinedBecause("ZERO_DENOMINATOR");
  return { value: won / all, flags: followed.before(tau) < FEW_FOLLOWED ? ["EXTREME_WEIGHTS"] : [] };
}
