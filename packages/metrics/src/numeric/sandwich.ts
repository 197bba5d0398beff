import { type Matrix, quadraticForm, zeros } from "./linear-algebra.ts";

/**
 * Bread × meat × bread: the covariance of coefficients that does not trust the model's variance.
 *
 * `bread` is the inverse information (XᵀX)⁻¹ or its weighted form; `meat` is the summed outer product of the score
 * contributions (`weightedCrossProduct(columns, squared contributions)` for rows, `clusterMeat` for clusters);
 * `factor` is the small-sample correction of the method: 1 (HC0), n/(n − k) (HC1), K/(K − 1) (clusters),
 * n/(n − 1) (design weights).
 *
 * @see White (1980) Econometrica 48:817-838; Liang & Zeger (1986) Biometrika 73:13-22.
 */
export function sandwich(bread: readonly Float64Array[], meat: readonly Float64Array[], factor = 1): Matrix {
  const k = bread.length;
  const covariance = zeros(k);
  for (let a = 0; a < k; a++)
    for (let b = 0; b <= a; b++) {
      const value = factor * quadraticForm(bread[a]!, meat, bread[b]);
      covariance[a]![b] = value;
      covariance[b]![a] = value;
    }
  return covariance;
}

/**
 * Σ over clusters of u uᵀ, where u is the cluster's sum of `contribution[i]` × row i of the design. `cluster[i]` is any
 * code of row i's cluster; `clusters` tells how many there were.
 */
export function clusterMeat(
  columns: readonly Float64Array[],
  contribution: Float64Array,
  cluster: ArrayLike<number>,
): { readonly meat: Matrix; readonly clusters: number } {
  const k = columns.length;
  const sums = new Map<number, Float64Array>();
  for (let i = 0; i < contribution.length; i++) {
    const code = cluster[i]!;
    let sum = sums.get(code);
    if (sum === undefined) {
      sum = new Float64Array(k);
      sums.set(code, sum);
    }
    for (let j = 0; j < k; j++) sum[j] = sum[j]! + contribution[i]! * columns[j]![i]!;
  }
  const meat = zeros(k);
  for (const sum of sums.values())
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) meat[a]![b] = meat[a]![b]! + sum[a]! * sum[b]!;
  return { meat, clusters: sums.size };
}
