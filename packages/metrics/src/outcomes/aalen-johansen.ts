import { type Undefined, undefinedBecause } from "../result.ts";
import type { FollowUp } from "./follow-up.ts";
import { lifeTable, reached } from "./life-table.ts";

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
 * @see Aalen & Johansen (1978) Scand J Stat 5:141-150; Marubini & Valsecchi (1995) ch. 10, the delta variance.
 */
export function aalenJohansen(followUp: FollowUp, horizon: number): ObservedRisk | Undefined {
  const { time, atRisk, events, competing } = lifeTable(followUp);
  if (time.length === 0) return undefinedBecause("NO_ROWS");
  const steps = reached(time, horizon);
  const risks = new Float64Array(steps);
  const freeBefore = new Float64Array(steps);
  let free = 1;
  let risk = 0;
  for (let k = 0; k < steps; k++) {
    freeBefore[k] = free;
    risk += (free * events[k]!) / atRisk[k]!;
    risks[k] = risk;
    free *= (atRisk[k]! - events[k]! - competing[k]!) / atRisk[k]!;
  }
  if (time.at(-1)! < horizon && free > 0) return undefinedBecause("ZERO_DENOMINATOR");
  let variance = 0;
  for (let k = 0; k < steps; k++) {
    const n = atRisk[k]!;
    const all = events[k]! + competing[k]!;
    const toCome = risk - risks[k]!;
    if (all > 0 && n > all) variance += (toCome ** 2 * all) / (n * (n - all));
    variance += (freeBefore[k]! ** 2 * (n - events[k]!) * events[k]!) / n ** 3;
    variance -= (2 * toCome * freeBefore[k]! * events[k]!) / n ** 2;
  }
  return { risk, standardError: Math.sqrt(Math.max(0, variance)) };
}
