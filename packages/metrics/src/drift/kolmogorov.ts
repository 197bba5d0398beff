/** Where the two series of the distribution are both short. */
const SWITCH = 1;
const TERMS = 20;

/**
 * P(K > x) of Kolmogorov's limit distribution.
 *
 * @see Kolmogorov (1933) G Ist Ital Attuari 4:83-91; Marsaglia, Tsang & Wang (2003) J Stat Softw 8(18).
 */
export function kolmogorovUpperTail(x: number): number {
  if (!(x > 0)) return 1;
  let total = 0;
  if (x < SWITCH) {
    for (let k = TERMS; k >= 1; k--) total += Math.exp(-(((2 * k - 1) * Math.PI) ** 2) / (8 * x * x));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * total;
  }
  for (let k = TERMS; k >= 1; k--) total += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * (k * x) ** 2);
  return 2 * total;
}
