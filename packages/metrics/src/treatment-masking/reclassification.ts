import { type Undefined, undefinedBecause } from "../result.ts";

/** What a model's use of one factor does to the patients who have it, at a threshold. */
export interface Reclassification {
  readonly withFactor: number;
  /** Below the threshold because of the factor: flagged without it, not flagged with it. */
  readonly deescalated: number;
  readonly escalated: number;
  readonly shareDeescalated: number;
  /** Events among the de-escalated, under usual care. */
  readonly eventsDeescalated: number;
  /** De-escalated with an unknown outcome. */
  readonly unknownDeescalated: number;
  readonly flaggedShare: number;
  readonly flaggedShareIfAbsent: number;
}

/**
 * Patients with the factor whom the model moves across the threshold because of the factor, and what became of them.
 *
 * `ifPresent` and `ifAbsent` are the model's predictions of the same patients with the factor set and removed; flagged
 * means ≥ threshold. `outcome` is 1 for an event, 0 for none, anything else unknown. Events are those under usual
 * care: if the factor brings treatment, the events that the treatment prevented are not among them.
 *
 * Undefined: EMPTY_GROUP where nobody has the factor.
 */
export function reclassifiedByFactor(
  factor: ArrayLike<number>,
  { ifPresent, ifAbsent }: { readonly ifPresent: Float64Array; readonly ifAbsent: Float64Array },
  outcome: ArrayLike<number>,
  threshold: number,
): Reclassification | Undefined {
  let withFactor = 0;
  let deescalated = 0;
  let escalated = 0;
  let eventsDeescalated = 0;
  let unknownDeescalated = 0;
  let flagged = 0;
  let flaggedIfAbsent = 0;
  for (let i = 0; i < ifPresent.length; i++) {
    if (factor[i] !== 1) continue;
    withFactor += 1;
    const now = ifPresent[i]! >= threshold;
    const without = ifAbsent[i]! >= threshold;
    if (now) flagged += 1;
    if (without) flaggedIfAbsent += 1;
    if (now && !without) escalated += 1;
    if (now || !without) continue;
    deescalated += 1;
    if (outcome[i] === 1) eventsDeescalated += 1;
    else if (outcome[i] !== 0) unknownDeescalated += 1;
  }
  if (withFactor === 0) return undefinedBecause("EMPTY_GROUP");
  return {
    withFactor,
    deescalated,
    escalated,
    shareDeescalated: deescalated / withFactor,
    eventsDeescalated,
    unknownDeescalated,
    flaggedShare: flagged / withFactor,
    flaggedShareIfAbsent: flaggedIfAbsent / withFactor,
  };
}
