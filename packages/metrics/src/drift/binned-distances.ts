import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { BinnedSamples } from "./binned-samples.ts";

export interface BinnedDistances {
  /** Jensen-Shannon divergence in nats: 0 to log 2. */
  readonly jensenShannonNats: number;
  /** Square root of the divergence in bits: 0 to 1, and a metric. */
  readonly jensenShannonDistance: number;
  /** 0 to 1. */
  readonly hellinger: number;
  /** Half the sum of the differences: the share of patients who would have to change bin. 0 to 1. */
  readonly totalVariation: number;
  /** The largest difference of one bin's shares. */
  readonly largest: number;
}

/**
 * Distances between the shares of two binned samples, unsmoothed: how far they are apart, whatever the number of rows.
 * All are above 0 by chance alone; `populationStability` says what chance gives. Undefined: NO_ROWS.
 *
 * @see Lin (1991) IEEE Trans Inf Theory 37:145-151; Endres & Schindelin (2003) IEEE Trans Inf Theory 49:1858-1860.
 */
export function binnedDistances(samples: BinnedSamples): BinnedDistances | Undefined {
  const { referenceRows: n, currentRows: m } = samples;
  if (!(n > 0 && m > 0)) return undefinedBecause("NO_ROWS");
  const p = samples.reference.map((c) => c / n);
  const q = samples.current.map((c) => c / m);
  const differences = p.map((share, i) => Math.abs(share - q[i]!));
  const towards = (from: Float64Array): number =>
    sum(from.map((share, i) => (share === 0 ? 0 : share * Math.log(share / ((p[i]! + q[i]!) / 2)))));
  const jensenShannonNats = Math.max(0, (towards(p) + towards(q)) / 2);
  return {
    jensenShannonNats,
    jensenShannonDistance: Math.sqrt(Math.min(1, jensenShannonNats / Math.LN2)),
    hellinger: Math.sqrt(sum(p.map((share, i) => (Math.sqrt(share) - Math.sqrt(q[i]!)) ** 2)) / 2),
    totalVariation: sum(differences) / 2,
    largest: differences.reduce((a, b) => Math.max(a, b), 0),
  };
}
