import { type Undefined, undefinedBecause } from "../result.ts";
import type { FollowUp } from "./follow-up.ts";
import { type LifeTable, lifeTable, reached } from "./life-table.ts";

export interface ObservedRisk {
  /** Probability of the event by the horizon, 0 to 1. */
  readonly risk: number;
  readonly standardError: number;
}

/**
 * Observed risk of the event by a horizon, where other events may preclude it (Aalen-Johansen cumulative incidence).
 *
 * Without competing events it is one minus Kaplan-Meier, with Greenwood's standard error. With them, one minus
 * Kaplan-Meier would be too high: it is the risk in a world where nobody dies of something else first.
 *
 * Undefined   NO_ROWS; ZERO_DENOMINATOR where follow-up ends before the horizon with patients still free of any event.
 * Assumes     censoring that says nothing of the risk; independent rows.
 *
 * @see Aalen & Johansen (1978) Scand J Stat 5:141-150; Gaynor et al. (1993) J Am Stat Assoc 88:400-409, the delta variance.
 */
export function aalenJohansen(followUp: FollowUp, horizon: number): ObservedRisk | Undefined {
  return observedRiskBy(lifeTable(followUp), horizon);
}

/** The same from follow-up that is counted already, as for many horizons. */
export function observedRiskBy(
  { time, atRisk, events, competing }: LifeTable,
  horizon: number,
): ObservedRisk | Undefined {
  if (time.length === 0) return undefinedBecause("NO_ROWS");
  const steps = reached(time, horizon);
  const freeBefore = new Float64Array(steps + 1).fill(1);
  for (let k = 0; k < steps; k++) {
    freeBefore[k + 1] = (freeBefore[k]! * (atRisk[k]! - events[k]! - competing[k]!)) / atRisk[k]!;
  }
  if (time.at(-1)! < horizon && freeBefore[steps]! > 0) return undefinedBecause("ZERO_DENOMINATOR");
  // From the horizon backwards: the risk of who is free after each time, and what the multinomial draw there adds.
  let risk = 0;
  let variance = 0;
  for (let k = steps - 1; k >= 0; k--) {
    const event = events[k]! / atRisk[k]!;
    const other = competing[k]! / atRisk[k]!;
    const stay = (atRisk[k]! - events[k]! - competing[k]!) / atRisk[k]!;
    const mean = event * (1 - risk) - other * risk;
    const spread = event * (1 - risk - mean) ** 2 + other * (risk + mean) ** 2 + stay * mean ** 2;
    variance += (freeBefore[k]! ** 2 * spread) / atRisk[k]!;
    risk = event + stay * risk;
  }
  return { risk, standardError: Math.sqrt(variance) };
}
