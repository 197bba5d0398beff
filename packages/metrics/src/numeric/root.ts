const TOLERANCE = 1e-15;
const MOST_STEPS = 200;

/**
 * The root of a continuous function between two points where its signs differ, to 1e-14 (relative where the root
 * exceeds 1). Inverse quadratic interpolation or the secant where they close in, bisection where they do not.
 *
 * Throws where the signs do not differ: the caller's bracket is wrong, and no number would be right.
 *
 * @see Brent (1973) Algorithms for Minimization without Derivatives, ch. 4.
 */
export function brent(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa < 0 !== fb < 0) || Number.isNaN(fa) || Number.isNaN(fb)) {
    throw new RangeError(`brent: no change of sign between ${low} (${fa}) and ${high} (${fb}). Widen the bracket.`);
  }
  // b is the best point, c the last one on the other side, a the one before b.
  let c = a;
  let fc = fa;
  let step = b - a;
  let stepBefore = step;
  for (let i = 0; i < MOST_STEPS; i++) {
    if (fb < 0 === fc < 0) {
      c = a;
      fc = fa;
      step = b - a;
      stepBefore = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = 2 * Number.EPSILON * Math.abs(b) + TOLERANCE;
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance || fb === 0) return b;
    const jump = interpolate(a, b, c, fa, fb, fc);
    if (Math.abs(stepBefore) >= tolerance && Math.abs(fa) > Math.abs(fb) && isSafe(jump, half, stepBefore, tolerance)) {
      stepBefore = step;
      step = jump;
    } else {
      step = half;
      stepBefore = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
    fb = f(b);
  }
  return b;
}

/** The step from b: by the secant where only two points differ, by inverse quadratic interpolation otherwise. */
function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((b - c) * s) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  return (s * ((b - c) * q * (q - r) + (b - a) * (r - 1))) / ((q - 1) * (r - 1) * (s - 1));
}

/** Within three quarters of the way to the other side, and shorter than half the step before last. */
function isSafe(jump: number, half: number, stepBefore: number, tolerance: number): boolean {
  const forward = jump * Math.sign(half);
  return forward > 0 && forward < 1.5 * Math.abs(half) - tolerance / 2 && forward < Math.abs(stepBefore) / 2;
}
