/**
 * One resample: how often each unit (a row, or a tally entry of several equal rows) is in it.
 *
 * Writes into `multiplicity`, one number for each unit, and returns true; false where this replicate cannot be drawn
 * another time. A pure function of (replicate, attempt): attempt 0 first, then 1, 2, … where the statistic was undefined.
 */
export type Draw = (replicate: number, attempt: number, multiplicity: Float64Array) => boolean;

/** Resamples made elsewhere, as multiplicities; replicate r is the r-th. Each can be had once. */
export function givenDraw(resamples: readonly ArrayLike<number>[]): Draw {
  return (replicate, attempt, multiplicity) => {
    const given = resamples[replicate];
    if (attempt > 0 || given === undefined) return false;
    multiplicity.set(given);
    return true;
  };
}

/** How often each of `units` is in a list of drawn indices. */
export function multiplicities(indices: ArrayLike<number>, units: number): Float64Array {
  const out = new Float64Array(units);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i]!;
    if (!(Number.isInteger(index) && index >= 0 && index < units))
      throw new RangeError(`drawn index ${index} is not one of ${units} units`);
    out[index]! += 1;
  }
  return out;
}
