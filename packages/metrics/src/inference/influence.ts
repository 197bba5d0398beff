/** How rows were drawn. Absent parts: rows of equal weight, independent of each other. */
export interface Sampling {
  /** Sampling weight of each row, > 0. */
  readonly weight?: Float64Array;
  /** Any code of each row's cluster: patient, or block of patients. */
  readonly cluster?: ArrayLike<number>;
}

export interface InfluenceVariance {
  /** NaN with fewer than two clusters. */
  readonly variance: number;
  /** Clusters − 1 where rows are clustered, else Infinity. */
  readonly degreesOfFreedom: number;
}

/**
 * Variance of a statistic from what each row adds to its error: Σ influence², or with clusters the sum over clusters of
 * (sum of influences)² times K/(K − 1), which trusts only that clusters are independent. `clusterOf(k)` is the cluster
 * of `influence[k]`.
 *
 * @see Binder (1983) Int Stat Rev 51:279-292; Liang & Zeger (1986) Biometrika 73:13-22.
 */
export function influenceVariance(influence: ArrayLike<number>, clusterOf?: (k: number) => number): InfluenceVariance {
  let squares = 0;
  if (clusterOf === undefined) {
    for (let k = 0; k < influence.length; k++) squares += influence[k]! ** 2;
    return { variance: squares, degreesOfFreedom: Infinity };
  }
  const sums = new Map<number, number>();
  for (let k = 0; k < influence.length; k++) {
    const code = clusterOf(k);
    sums.set(code, (sums.get(code) ?? 0) + influence[k]!);
  }
  const clusters = sums.size;
  if (clusters < 2) return { variance: Number.NaN, degreesOfFreedom: 0 };
  for (const u of sums.values()) squares += u * u;
  return { variance: (squares * clusters) / (clusters - 1), degreesOfFreedom: clusters - 1 };
}
