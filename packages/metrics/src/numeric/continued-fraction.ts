const TINY = 1e-300;
const MOST_TERMS = 1_000_000;

/**
 * Value of the continued fraction 1 / (1 + c1 / (1 + c2 / (1 + …))), with `c(n)` its n-th numerator.
 *
 * @see Lentz (1976) Appl Opt 15:668-671, as modified by Thompson & Barnett (1986) J Comput Phys 64:490-509.
 */
export function continuedFraction(c: (n: number) => number): number {
  let value = 1;
  let above = 1;
  let below = 0;
  for (let n = 1; n <= MOST_TERMS; n++) {
    const numerator = c(n);
    below = 1 / nonZero(1 + numerator * below);
    above = nonZero(1 + numerator / above);
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return 1 / value;
}

function nonZero(x: number): number {
  return Math.abs(x) < TINY ? TINY : x;
}
