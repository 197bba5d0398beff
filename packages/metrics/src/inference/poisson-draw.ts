import type { Draw } from "./draw.ts";
import { PURPOSES } from "./purposes.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";

/** Above this mean exp(−mean) loses digits; the sum of independent Poisson numbers is Poisson. */
const LARGEST_MEAN = 16;

/**
 * The Poisson bootstrap: each row is in the resample a Poisson(1) number of times, independently, so that no row need
 * know of the others. For counts of millions, where its resamples differ from the multinomial's in total only by √n.
 *
 * `counts`  rows of each entry: an entry of c equal rows is there a Poisson(c) number of times.
 *
 * @see Hanley & MacGibbon (2006) Comput Methods Programs Biomed 83:57-62.
 */
export function poissonDraw(counts: ArrayLike<number>, { seed }: { readonly seed: number }): Draw {
  return (replicate, attempt, multiplicity) => {
    const stream = randomStream(seed, replicate, PURPOSES.poissonBootstrap, attempt);
    for (let e = 0; e < counts.length; e++) multiplicity[e] = poisson(stream, counts[e]!);
    return true;
  };
}

/** One Poisson number by inversion; mean 0 gives 0. */
function poisson(stream: RandomStream, mean: number): number {
  let drawn = 0;
  let left = mean;
  while (left > 0) {
    const part = Math.min(left, LARGEST_MEAN);
    const u = stream.uniform();
    let probability = Math.exp(-part);
    let cumulative = probability;
    let k = 0;
    // The bound ends the sum where rounding keeps it below u.
    while (u > cumulative && k < 200) {
      k += 1;
      probability *= part / k;
      cumulative += probability;
    }
    drawn += k;
    left -= part;
  }
  return drawn;
}
