import type { RandomStream } from "./random-stream.ts";

/** Above so many trials at once (1 − p)ⁿ may lose its digits. */
const LARGEST = 256;
/** Up to so many trials a word for each is as quick, and plainer. */
const FEW = 4;

/**
 * Number of successes among `trials`, each with probability `p` in [0, 1]: one uniform for each trial where there are
 * few, by inversion of the distribution function otherwise.
 */
export function binomialDraw(stream: RandomStream, trials: number, p: number): number {
  let drawn = 0;
  if (trials <= FEW) {
    for (let i = 0; i < trials; i++) if (stream.uniform() < p) drawn += 1;
    return drawn;
  }
  if (p > 0.5) return trials - binomialDraw(stream, trials, 1 - p);
  for (let left = trials; left > 0; left -= LARGEST) drawn += inverted(stream.uniform(), Math.min(left, LARGEST), p);
  return drawn;
}

function inverted(u: number, trials: number, p: number): number {
  const odds = p / (1 - p);
  let probability = Math.exp(trials * Math.log1p(-p));
  let cumulative = probability;
  let k = 0;
  while (u > cumulative && k < trials) {
    probability *= (odds * (trials - k)) / (k + 1);
    cumulative += probability;
    k += 1;
  }
  return k;
}
