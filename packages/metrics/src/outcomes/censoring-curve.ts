import { before, type LifeTable, reached } from "./life-table.ts";

/** Probability of still being under follow-up (not censored), by time: the weights of censored data are its inverse. */
export interface CensoringCurve {
  /** Just before t: for a patient whose follow-up ended at t. */
  before(t: number): number;
  /** After t: for a patient followed beyond t. */
  after(t: number): number;
}

/**
 * Kaplan-Meier of the censoring: events of any kind leave the risk set before the censorings at the same time.
 *
 * @see Gerds & Schumacher (2006) Biom J 48:1029-1040.
 */
export function censoringCurve({ time, atRisk, events, competing, censored }: LifeTable): CensoringCurve {
  const after = new Float64Array(time.length + 1);
  after[0] = 1;
  for (let k = 0; k < time.length; k++) {
    const exposed = atRisk[k]! - events[k]! - competing[k]!;
    after[k + 1] = after[k]! * (censored[k]! > 0 ? (exposed - censored[k]!) / exposed : 1);
  }
  return { before: (t) => after[before(time, t)]!, after: (t) => after[reached(time, t)]! };
}
