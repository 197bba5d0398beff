/**
 * Sum with a running compensation, so that the error does not grow with the number of terms.
 *
 * @see Neumaier (1974) Z Angew Math Mech 54:39-51.
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  // Past an infinity the compensation is NaN and the plain total is right.
  return Number.isFinite(lost) ? total + lost : total;
}
