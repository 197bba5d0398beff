const MOST_STEPS = 300;
/** Newton's method squares the error: after a step this short only rounding is left. */
const LAST_STEP = 1e-10;

interface Distribution {
  /** P(T <= t) and P(T > t). */
  readonly lower: (t: number) => number;
  readonly upper: (t: number) => number;
  /** Density of T. */
  readonly slope: (t: number) => number;
  /** Probabilities wanted below and above; both given, so that neither is made by subtraction. */
  readonly p: number;
  readonly q: number;
  readonly start: number;
}

/**
 * Quantile by Newton's method on the logarithm of the smaller tail, kept within the bracket found so far.
 * The log of a tail is nearly linear where the tail is small, so few steps do at 1e-300 as at 0.1.
 */
export function solveOnLogScale({ lower, upper, slope, p, q, start }: Distribution): number {
  const fromBelow = p <= q;
  const tail = fromBelow ? lower : upper;
  const wanted = fromBelow ? p : q;
  let low = -Infinity;
  let high = Infinity;
  let t = start;
  for (let i = 0; i < MOST_STEPS; i++) {
    const reached = tail(t);
    if (reached === wanted) return t;
    if (reached < wanted === fromBelow) low = t;
    else high = t;
    const ahead = ((fromBelow ? 1 : -1) * Math.log(wanted / reached) * reached) / slope(t);
    const next = t + ahead;
    const inside = next > low && next < high;
    if (Math.abs(ahead) <= LAST_STEP) return inside ? next : t;
    t = inside ? next : between(low, high, t);
    if (t === low || t === high) return t;
  }
  return t;
}

function between(low: number, high: number, t: number): number {
  if (low === -Infinity) return t - Math.max(1, Math.abs(t));
  if (high === Infinity) return t + Math.max(1, Math.abs(t));
  return (low + high) / 2;
}
