import { type InfluenceVariance, influenceVariance } from "../inference/influence.ts";

/**
 * Standard error of a subgroup's value less that of a whole that contains it, for any statistic that has influences: what
 * each row adds to the contrast is its share in the subgroup's value less its share in the whole's, so that the shared
 * patients are counted once.
 *
 * `inGroup`  row by row, what a member adds to the error of the subgroup's value (its influence / the subgroup's rows);
 *            0 for others. `overall` the same for the whole (influence / all rows).
 * `cluster`  cluster of each row, where patients have several.
 *
 * @see methods E2, D_i = 1(i ∈ g) φ_g / n_g − φ / N; Hampel (1974) J Am Stat Assoc 69:383-393.
 */
export function overlapVariance(
  inGroup: ArrayLike<number>,
  overall: ArrayLike<number>,
  cluster?: ArrayLike<number>,
): InfluenceVariance {
  const apart = Float64Array.from({ length: overall.length }, (_, i) => inGroup[i]! - overall[i]!);
  return influenceVariance(apart, cluster === undefined ? undefined : (k) => cluster[k]!);
}
