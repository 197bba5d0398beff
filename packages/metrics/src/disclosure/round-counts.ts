/**
 * Counts rounded to the nearest multiple of `base`, halves upwards. Totals are to be rounded too, each by itself, and
 * shares and intervals made of the rounded counts: one exact number beside them gives the others back.
 *
 * @see Hundepool et al (2012) Statistical Disclosure Control, 4.5.
 */
export function roundCounts(counts: ArrayLike<number>, base: number): number[] {
  if (!(Number.isInteger(base) && base > 0)) throw new RangeError(`base is not a whole number above 0: ${base}`);
  return Array.from(counts, (count) => Math.floor(count / base + 0.5) * base);
}
