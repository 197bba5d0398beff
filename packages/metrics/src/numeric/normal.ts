const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Up to here the series about 0 loses less than a digit; beyond, the continued fraction is short. */
const CENTRE = 1.5;

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  // x² split so that its rounding error is not magnified by exp: relative error stays near 1e-16 at any x.
  const coarse = Math.round(x * 16) / 16;
  return (Math.exp((-coarse * coarse) / 2) * Math.exp((-(x - coarse) * (x + coarse)) / 2)) / ROOT_TWO_PI;
}

/** P(Z <= x) of the standard normal distribution; accurate to a few units in the last place in the lower tail too. */
export function normalCdf(x: number): number {
  return normalUpperTail(-x);
}

/**
 * P(Z > x) of the standard normal distribution, without the loss of `1 - normalCdf(x)` in the upper tail.
 *
 * @see Marsaglia (2004) J Stat Softw 11(4), the series; Laplace's continued fraction for the tail (DLMF 7.9.1).
 */
export function normalUpperTail(x: number): number {
  if (Math.abs(x) <= CENTRE) return 0.5 - fromCentre(x);
  return x > 0 ? tail(x) : x < 0 ? 1 - tail(-x) : Number.NaN;
}

/**
 * The x with P(Z <= x) = p: -Infinity at 0, Infinity at 1. Accurate to 1e-15 relative.
 *
 * @see Abramowitz & Stegun (1964) 26.2.23 for the start; Halley's method, twice, does the rest.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const centred = p - 0.5;
  const smaller = centred < 0 ? p : 1 - p;
  if (smaller === 0) return centred * Infinity;
  let x = start(smaller);
  for (let i = 0; i < 3; i++) {
    // Near the median the difference is taken from the median, so that small quantiles keep their digits.
    const excess = x <= CENTRE ? Math.abs(centred) - fromCentre(x) : tail(x) - smaller;
    const step = excess / normalDensity(x);
    x += step / (1 - (step * x) / 2);
  }
  return centred < 0 ? -x : x;
}

/** Φ(x) - 1/2. */
function fromCentre(x: number): number {
  let term = x;
  let total = 0;
  for (let n = 3; total + term !== total; n += 2) {
    total += term;
    term *= (x * x) / n;
  }
  return total * normalDensity(x);
}

/** Upper tail at x > `CENTRE`: φ(x) / (x + 1/(x + 2/(x + 3/…))), from the far end. */
function tail(x: number): number {
  if (x > 38.6) return 0;
  let fraction = x;
  for (let n = Math.ceil(12 + 450 / (x * x)); n > 0; n--) fraction = x + n / fraction;
  return normalDensity(x) / fraction;
}

/** Quantile of the upper tail, within 4.5e-4. */
function start(upper: number): number {
  const t = Math.sqrt(-2 * Math.log(upper));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}
