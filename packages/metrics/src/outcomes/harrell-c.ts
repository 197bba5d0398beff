import { type Undefined, undefinedBecause } from "../result.ts";
import { comparablePairs } from "./comparable-pairs.ts";
import { type FollowUp, pick, refuseCompeting, rowsWithAll } from "./follow-up.ts";

export interface HarrellC {
  readonly value: number;
  readonly standardError: number;
  /** How much each patient moved the value; parallel to the rows that lack nothing. */
  readonly influence: Float64Array;
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedScore: number;
  /** Pairs of events at one time, which are not compared. */
  readonly tiedTime: number;
}

/**
 * Harrell's C: of pairs of patients where it is known who had the event first, the share where that one had the higher
 * score; a tied score counts one half.
 *
 * It depends on how long patients happened to be followed, and it is not a proper score for the risk by a horizon: the
 * time-dependent AUC and the Brier score at a clinical horizon are the primary measures.
 *
 * `score`     higher is riskier; parallel to the follow-up. Rows that lack anything are left out.
 * Error       infinitesimal jackknife over patients.
 * Undefined   NO_ROWS; ZERO_DENOMINATOR without a comparable pair.
 * Assumes     independent rows, censoring that says nothing of the risk, no competing events (refused).
 *
 * @see Harrell, Lee & Mark (1996) Stat Med 15:361-387; Therneau & Atkinson, survival::concordance.
 */
export function harrellC(followUp: FollowUp, score: ArrayLike<number>): HarrellC | Undefined {
  const rows = rowsWithAll(followUp.time, followUp.status, score);
  if (rows.length === 0) return undefinedBecause("NO_ROWS");
  const status = pick(followUp.status, rows);
  refuseCompeting(status, "Harrell's C");
  const pairs = comparablePairs({ time: pick(followUp.time, rows), status }, pick(score, rows));
  const { asEarlier, asLater, tiedInTime } = pairs;
  const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  const concordant = total(asEarlier.concordant);
  const discordant = total(asEarlier.discordant);
  const tiedScore = total(asEarlier.tied);
  const all = concordant + discordant + tiedScore;
  if (all === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const value = (concordant + tiedScore / 2) / all;
  const influence = Float64Array.from(rows, (_, i) => {
    const won = asEarlier.concordant[i]! + asLater.concordant[i]! + (asEarlier.tied[i]! + asLater.tied[i]!) / 2;
    const lost = asEarlier.discordant[i]! + asLater.discordant[i]! + (asEarlier.tied[i]! + asLater.tied[i]!) / 2;
    return (won - value * (won + lost)) / all;
  });
  const standardError = Math.sqrt(influence.reduce((sum, u) => sum + u * u, 0));
  return { value, standardError, influence, concordant, discordant, tiedScore, tiedTime: tiedInTime };
}
