import { normalCdf } from "../numeric/normal.ts";

/** Step of the trapezoidal rule in log x; its error falls as exp(−5 / step). */
const STEP = 0.1;

/**
 * Expected greatest gap between subgroups that are truly equal, from their standard errors alone: what max − min shows out
 * of nothing. It is never 0, and grows with the number of subgroups and the smallness of the least.
 *
 * E[max − min] = ∫ 1 − ∏Φ(x/s) − ∏Φ(−x/s) dx over independent normals of standard errors s. The integrand is even; it is
 * summed over log x, where it is smooth at every scale, however unequal the subgroups.
 *
 * @see Tippett (1925) Biometrika 17:364-387; methods E3.
 */
export function expectedNullRange(standardErrors: readonly number[]): number {
  const widest = Math.max(...standardErrors);
  if (standardErrors.length < 2 || !(widest > 0)) return 0;
  const end = Math.log(9.5 * widest);
  let total = 0;
  for (let t = end - 45; t <= end; t += STEP) {
    const x = Math.exp(t);
    let below = 1;
    let above = 1;
    for (const s of standardErrors) {
      below *= normalCdf(x / s);
      above *= normalCdf(-x / s);
    }
    total += (1 - below - above) * x;
  }
  return 2 * STEP * total;
}
