import { type Undefined, undefinedBecause } from "../result.ts";
import { pick, rowsWithAll } from "./follow-up.ts";
import { centredProduct, constant, correlation, mean } from "./moments.ts";

/**
 * Lin's concordance correlation: how near prediction and outcome lie to the line of equality; −1 to 1. Moments over n.
 *
 * Undefined   NO_ROWS; ZERO_DENOMINATOR where both are one and the same constant.
 *
 * @see Lin (1989) Biometrics 45:255-268, doi:10.2307/2532051.
 */
export function concordanceCorrelation(prediction: ArrayLike<number>, outcome: ArrayLike<number>): number | Undefined {
  const rows = rowsWithAll(prediction, outcome);
  if (rows.length === 0) return undefinedBecause("NO_ROWS");
  const x = pick(prediction, rows);
  const y = pick(outcome, rows);
  const apart = (mean(x) - mean(y)) ** 2;
  const spread = (centredProduct(x, x) + centredProduct(y, y)) / rows.length + apart;
  return spread > 0 ? (2 * centredProduct(x, y)) / rows.length / spread : undefinedBecause("ZERO_DENOMINATOR");
}

/**
 * Spearman's rank correlation, tied values at their mean rank: how well the prediction orders the patients.
 *
 * Undefined   NO_ROWS; CONSTANT_SCORE where prediction or outcome is constant.
 */
export function spearman(prediction: ArrayLike<number>, outcome: ArrayLike<number>): number | Undefined {
  const rows = rowsWithAll(prediction, outcome);
  if (rows.length === 0) return undefinedBecause("NO_ROWS");
  const x = midranks(pick(prediction, rows));
  const y = midranks(pick(outcome, rows));
  if (constant(x) || constant(y)) return undefinedBecause("CONSTANT_SCORE");
  return correlation(x, y) ?? undefinedBecause("CONSTANT_SCORE");
}

/** Ranks from 1, tied values at the mean of theirs. */
function midranks(values: Float64Array): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end += 1;
    for (let k = start; k < end; k++) ranks[order[k]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
