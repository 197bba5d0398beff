import type { Undefined } from "../result.ts";
import { classRows, lackingClass, type MultiClass } from "./multi-class.ts";

/**
 * Polytomous discrimination index (PDI): of sets of one patient from each class, the mean share in which the patient of
 * class k has the highest probability of class k, averaged over k. Patients who tie for the highest share it: with t of
 * them each has 1/t. With K classes a model that knows nothing has 1/K; perfect is 1.
 *
 * Sets need not be gone through: given a patient of class k, the others of the set are drawn one from each class apart,
 * so that how many of each class are lower and how many tie gives the share by a product of polynomials. n log n.
 *
 * Undefined   NO_ROWS; ONE_CLASS where any class has no patient.
 *
 * @see Van Calster, Vergouwe, Looman, Van Belle, Timmerman & Steyerberg (2012) Eur J Epidemiol 27:761-770.
 * @see Dover, Islam, Kass & Cook (2021) Stat Med 40:4713-4731, ties.
 */
export function polytomousDiscrimination(multiClass: MultiClass): number | Undefined {
  const lacking = lackingClass(multiClass);
  if (lacking !== undefined) return lacking;
  const rows = classRows(multiClass);
  const shares = multiClass.probability.map((score, k) => {
    const sorted = rows.map((of) => Float64Array.from(of, (i) => score[i]!).sort());
    let won = 0;
    for (const i of rows[k]!) won += shareOfSets(score[i]!, sorted, k);
    return won / rows[k]!.length;
  });
  return shares.reduce((a, b) => a + b, 0) / shares.length;
}

/** Expected share that a patient with this score has of sets completed at random from the other classes. */
function shareOfSets(score: number, sorted: readonly Float64Array[], own: number): number {
  // chance[t]: that t of the others tie with it and the rest are lower.
  let chance = [1];
  for (const [k, others] of sorted.entries()) {
    if (k === own) continue;
    const lower = countBelow(others, score, false) / others.length;
    const tied = countBelow(others, score, true) / others.length - lower;
    chance = [...chance, 0].map((c, t) => c * lower + (t === 0 ? 0 : chance[t - 1]! * tied));
  }
  return chance.reduce((sum, c, t) => sum + c / (t + 1), 0);
}

/** How many of ascending `values` lie below `x`, or at most at it. */
function countBelow(values: Float64Array, x: number, orAt: boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < x || (orAt && values[middle] === x)) low = middle + 1;
    else high = middle;
  }
  return low;
}
