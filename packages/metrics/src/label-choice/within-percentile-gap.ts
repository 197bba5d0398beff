import { type Effect, effectOf } from "../inference/effect.ts";
import { influenceVariance, type Sampling } from "../inference/influence.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

export interface WithinGap {
  /** Difference, group − reference, within strata; HC0 errors, or cluster-robust. */
  readonly gap: Effect;
  /** Error that assumes one residual variance, as least squares with a dummy for each stratum prints it. */
  readonly ordinaryStandardError: number | null;
  readonly rows: number;
  readonly strata: number;
}

/**
 * Difference in a label or need between a group and its reference within strata (fixed effects): within each percentile
 * of the score the gap at equal score; within each level of need the gap in the label at equal need.
 *
 * Strata weigh by how much they can tell, rows × share of the group × share of the reference; one that holds only one of
 * the two tells nothing. `side[i]` is 1 in the group, 0 in the reference, anything else in neither; a stratum that is
 * NaN, or a value, leaves the row out.
 *
 * Undefined: EMPTY_GROUP where no stratum holds both.
 * @see Obermeyer et al. (2019) Science 366:447-453, whose replication code uses this estimator.
 */
export function gapWithinStrata(
  stratum: Float64Array,
  values: Float64Array,
  side: ArrayLike<number>,
  { level, sampling: { weight, cluster } = {} }: { readonly level: number; readonly sampling?: Sampling },
): WithinGap | Undefined {
  const rows: number[] = [];
  const sums = new Map<number, { weight: number; member: number; value: number }>();
  for (let i = 0; i < stratum.length; i++) {
    const inPair = side[i] === 0 || side[i] === 1;
    if (!inPair || Number.isNaN(stratum[i]!) || Number.isNaN(values[i]!)) continue;
    rows.push(i);
    const w = weight?.[i] ?? 1;
    const sum = sums.get(stratum[i]!) ?? { weight: 0, member: 0, value: 0 };
    sum.weight += w;
    sum.member += w * side[i]!;
    sum.value += w * values[i]!;
    sums.set(stratum[i]!, sum);
  }
  let squares = 0;
  let products = 0;
  const x = new Float64Array(rows.length);
  const y = new Float64Array(rows.length);
  rows.forEach((i, k) => {
    const sum = sums.get(stratum[i]!)!;
    const w = weight?.[i] ?? 1;
    x[k] = side[i]! - sum.member / sum.weight;
    y[k] = values[i]! - sum.value / sum.weight;
    squares += w * x[k] ** 2;
    products += w * x[k] * y[k];
  });
  if (!(squares > 1e-12)) return undefinedBecause("EMPTY_GROUP");
  const gap = products / squares;
  let residualSquares = 0;
  const influence = x.map((value, k) => {
    const w = weight?.[rows[k]!] ?? 1;
    const residual = y[k]! - gap * value;
    residualSquares += w * residual ** 2;
    return (w * value * residual) / squares;
  });
  const { variance, degreesOfFreedom } = influenceVariance(influence, cluster && ((k) => cluster[rows[k]!]!));
  const free = rows.length - sums.size - 1;
  return {
    gap: effectOf(gap, variance, { level, degreesOfFreedom }),
    ordinaryStandardError: free > 0 ? Math.sqrt(residualSquares / free / squares) : null,
    rows: rows.length,
    strata: sums.size,
  };
}
