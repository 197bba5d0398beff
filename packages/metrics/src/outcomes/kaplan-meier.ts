import { normalQuantile } from "../numeric/normal.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { type FollowUp, refuseCompeting } from "./follow-up.ts";
import { lifeTable, reached } from "./life-table.ts";

export interface KaplanMeier {
  /** Probability of no event up to and including the horizon. */
  readonly survival: number;
  /** Greenwood's. */
  readonly standardError: number;
  /** On the log-log scale; absent where the survival is 0 or 1, which have no place on it. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/**
 * Kaplan-Meier probability of no event by a horizon, with Greenwood's standard error and the log-log interval.
 *
 * Censored patients count as under follow-up at their own time. Competing events are refused: to treat them as censored
 * gives the risk in a world without them.
 *
 * Undefined   NO_ROWS; ZERO_DENOMINATOR where follow-up ends before the horizon with patients still free of the event:
 *             nothing is known there, and the last step is not carried forward.
 * Assumes     censoring that says nothing of the risk; independent rows.
 *
 * @see Kaplan & Meier (1958) J Am Stat Assoc 53:457-481; Kalbfleisch & Prentice (2002) ch. 1, the log-log interval.
 */
export function kaplanMeier(followUp: FollowUp, horizon: number, level: number): KaplanMeier | Undefined {
  refuseCompeting(followUp.status, "Kaplan-Meier");
  const { time, atRisk, events } = lifeTable(followUp);
  if (time.length === 0) return undefinedBecause("NO_ROWS");
  const steps = reached(time, horizon);
  let survival = 1;
  let greenwood = 0;
  for (let k = 0; k < steps; k++) {
    survival *= (atRisk[k]! - events[k]!) / atRisk[k]!;
    if (events[k]! > 0) greenwood += events[k]! / (atRisk[k]! * (atRisk[k]! - events[k]!));
  }
  if (time.at(-1)! < horizon && survival > 0) return undefinedBecause("ZERO_DENOMINATOR");
  const standardError = survival > 0 ? survival * Math.sqrt(greenwood) : 0;
  if (!(survival > 0 && survival < 1)) return { survival, standardError };
  const reach = normalQuantile((1 + level) / 2) * (Math.sqrt(greenwood) / -Math.log(survival));
  return {
    survival,
    standardError,
    interval: { low: survival ** Math.exp(reach), high: survival ** Math.exp(-reach) },
  };
}
