import { type Flag, type Undefined, undefinedBecause } from "../result.ts";
import { censoringCurve } from "./censoring-curve.ts";
import { censoringInfluence } from "./censoring-influence.ts";
import { CENSORED, EVENT_OF_INTEREST, type FollowUp, pick, rowsWithAll } from "./follow-up.ts";
import { lifeTable } from "./life-table.ts";

/** Probabilities of still being followed are not taken below this, or one patient would stand for more than twenty. */
const LEAST_FOLLOWED = 0.05;

/** Survival turned into a weighted binary outcome at a horizon. Arrays run parallel to `rows`. */
export interface AtHorizon {
  /** The rows used: those that lack nothing. */
  readonly rows: readonly number[];
  /** Had the event by the horizon: 1; known not to have had it: 0; not known, censored before: -1 with weight 0. */
  readonly outcome: Int8Array;
  /** Inverse of the probability of being followed long enough to be known; 0 where unknown. */
  readonly weight: Float64Array;
  readonly flags: readonly Flag[];
  /**
   * How much each patient's follow-up moved `Σ contribution / n` by way of the estimated weights, of which
   * `contribution` (weight × anything, per row) is made. Standard errors that leave this out are wrong.
   */
  censoringInfluence(contribution: Float64Array): Float64Array;
}

/**
 * Inverse-probability-of-censoring weights at a horizon: an event by the horizon (T ≤ h) weighs 1/G(T−), everybody known
 * to be free of it 1/G(h), or 1/G(T−) after a competing event; whoever was censored before weighs 0 but stays in n.
 * G is Kaplan-Meier of the censoring, within `stratum` where one is given: where subgroups are followed differently, one
 * common curve would bias the gap between them.
 *
 * Undefined   NO_ROWS; ONE_CLASS without an event by the horizon or without anybody known to be free of it;
 *             ZERO_DENOMINATOR where nobody is followed beyond the horizon.
 * Flags       TRUNCATED_WEIGHTS where a G below 0.05 was taken as 0.05.
 *
 * @see Uno et al. (2007) J Am Stat Assoc 102:527-537; Gerds & Schumacher (2006) Biom J 48:1029-1040; Blanche, Dartigues &
 *      Jacqmin-Gadda (2013) Stat Med 32:5381-5397, definition 2 of the competing-risk controls.
 */
export function horizonWeights(
  followUp: FollowUp,
  score: ArrayLike<number>,
  horizon: number,
  stratum?: ArrayLike<string | number>,
): AtHorizon | Undefined {
  const rows = rowsWithAll(followUp.time, followUp.status, score);
  if (rows.length === 0) return undefinedBecause("NO_ROWS");
  const time = pick(followUp.time, rows);
  const status = pick(followUp.status, rows);
  const outcome = Int8Array.from(time, (t, i) =>
    t > horizon ? 0 : status[i] === EVENT_OF_INTEREST ? 1 : status[i] === CENSORED ? -1 : 0,
  );
  if (!outcome.includes(1) || !outcome.includes(0)) return undefinedBecause("ONE_CLASS");
  if (!time.some((t) => t > horizon)) return undefinedBecause("ZERO_DENOMINATOR");

  const weight = new Float64Array(rows.length);
  let truncated = false;
  const strata = membersOf(rows, stratum).map((members) => {
    const table = lifeTable({ time: pick(time, members), status: pick(status, members) });
    const followed = censoringCurve(table);
    for (const i of members) {
      if (outcome[i] === -1) continue;
      const probability = time[i]! > horizon ? followed.after(horizon) : followed.before(time[i]!);
      truncated ||= probability < LEAST_FOLLOWED;
      weight[i] = 1 / Math.max(probability, LEAST_FOLLOWED);
    }
    return { members, table };
  });
  return {
    rows,
    outcome,
    weight,
    flags: truncated ? ["TRUNCATED_WEIGHTS"] : [],
    censoringInfluence(contribution) {
      const influence = new Float64Array(rows.length);
      for (const { members, table } of strata)
        censoringInfluence(table, members, { time, status }, horizon, contribution, influence);
      return influence;
    },
  };
}

function membersOf(rows: readonly number[], stratum?: ArrayLike<string | number>): number[][] {
  const members = new Map<string | number, number[]>();
  for (const [i, row] of rows.entries()) {
    const of = stratum === undefined ? "" : stratum[row]!;
    const list = members.get(of) ?? [];
    members.set(of, list);
    list.push(i);
  }
  return [...members.values()];
}
