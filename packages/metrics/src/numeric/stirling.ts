/** B(2k) / (2k (2k - 1)), the coefficients of Stirling's series. */
const COEFFICIENTS = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/**
 * What Stirling's formula leaves out: log Γ(x + 1) - (x + 1/2) log x + x - log(2π)/2, for x > 0.
 *
 * Ratios of gamma functions are made from these, so that large terms cancel on paper and not in floating point.
 *
 * @see Loader (2000) Fast and accurate computation of binomial probabilities.
 */
export function stirlingError(x: number): number {
  if (x < 10) return stirlingError(x + 1) + (x + 0.5) * Math.log1p(1 / x) - 1;
  const square = 1 / (x * x);
  return COEFFICIENTS.reduceRight((total, c) => total * square + c, 0) / x;
}

/**
 * x log(x/m) + m - x: half the deviance of a Poisson count x with mean m. Without cancellation where x is near m, if
 * `excess`, which is m - x, is given to more digits than that subtraction leaves.
 */
export function halfDeviance(x: number, m: number, excess = m - x): number {
  const v = excess / (x + m);
  if (Math.abs(v) > 0.1) return x * Math.log(x / m) + excess;
  let total = excess * v;
  let term = -2 * x * v;
  for (let n = 3; ; n += 2) {
    term *= v * v;
    const next = total + term / n;
    if (next === total) return next;
    total = next;
  }
}
