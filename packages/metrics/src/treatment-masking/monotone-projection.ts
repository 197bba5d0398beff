import { type Undefined, undefinedBecause } from "../result.ts";
import { normalQuantile } from "../numeric/normal.ts";

/** A term of a model as exported (GAM, EBM): a score for each bin of one predictor, in the predictor's order. */
export interface ShapeFunction {
  readonly score: Float64Array;
  /** Standard error of each bin's score (bagging); absent where the export has none. */
  readonly standardError?: Float64Array;
  /** Rows in each bin, the weights of the projection; one each where absent. */
  readonly rows?: Float64Array;
}

export interface MonotoneProjection {
  /** The nearest function (weighted least squares) that never moves against the declared direction. */
  readonly projection: Float64Array;
  /** Largest distance of the shape from it, 0 where the shape is monotone already. */
  readonly violation: number;
  readonly worstBin: number;
  readonly violationStandardError?: number;
  /** Steps between neighbouring bins against the direction whose simultaneous interval excludes 0. */
  readonly contraryDrops: readonly { readonly from: number; readonly to: number; readonly size: number }[];
}

/**
 * How far an exported shape departs from a declared direction: 1 where more of the predictor means more risk, −1 where
 * it means less.
 *
 * A step counts as contrary where, with the bins' standard errors taken as independent and Bonferroni over the steps,
 * its interval lies wholly on the wrong side; without standard errors no step is counted. Where a bin holds no rows the
 * shape is extrapolation: it follows its neighbours in the projection and is not looked at.
 *
 * Undefined: NO_ROWS for no bins, or none with rows; MISSING_INPUT where a score is not a number.
 * @see Barlow, Bartholomew, Bremner & Brunk (1972) Statistical Inference under Order Restrictions.
 */
export function monotoneProjection(
  { score, standardError, rows }: ShapeFunction,
  direction: 1 | -1,
  level: number,
): MonotoneProjection | Undefined {
  if (score.length === 0) return undefinedBecause("NO_ROWS");
  if (score.some((s) => !Number.isFinite(s))) return undefinedBecause("MISSING_INPUT");
  const weight = rows ?? new Float64Array(score.length).fill(1);
  if (!weight.some((rowsOfBin) => rowsOfBin > 0)) return undefinedBecause("NO_ROWS");
  const projection = poolAdjacentViolators(
    score.map((s) => direction * s),
    weight,
  ).map((s) => direction * s);
  let worstBin = weight.findIndex((rowsOfBin) => rowsOfBin > 0);
  for (let b = 0; b < score.length; b++) {
    if (weight[b]! > 0 && distance(score, projection, b) > distance(score, projection, worstBin)) worstBin = b;
  }
  const contraryDrops = standardError === undefined ? [] : drops(score, standardError, direction, level);
  const violation = distance(score, projection, worstBin);
  return {
    projection,
    violation,
    worstBin,
    ...(standardError === undefined ? {} : { violationStandardError: standardError[worstBin]! }),
    contraryDrops,
  };
}

function distance(score: Float64Array, projection: Float64Array, bin: number): number {
  return Math.abs(score[bin]! - projection[bin]!);
}

function drops(score: Float64Array, standardError: Float64Array, direction: 1 | -1, level: number) {
  const steps = score.length - 1;
  const critical = normalQuantile(1 - (1 - level) / (2 * steps));
  const found: { from: number; to: number; size: number }[] = [];
  for (let b = 0; b < steps; b++) {
    const size = direction * (score[b]! - score[b + 1]!);
    if (size > critical * Math.hypot(standardError[b]!, standardError[b + 1]!))
      found.push({ from: b, to: b + 1, size });
  }
  return found;
}

/** Weighted least-squares projection on ascending sequences; bins of weight 0 take their neighbours' level. */
function poolAdjacentViolators(values: Float64Array, weight: Float64Array): Float64Array {
  const blocks: { total: number; weight: number; bins: number }[] = [];
  for (let b = 0; b < values.length; b++) {
    let block = { total: weight[b]! * values[b]!, weight: weight[b]!, bins: 1 };
    while (blocks.length > 0 && !(levelOf(blocks.at(-1)!) < levelOf(block))) {
      const before = blocks.pop()!;
      block = {
        total: before.total + block.total,
        weight: before.weight + block.weight,
        bins: before.bins + block.bins,
      };
    }
    blocks.push(block);
  }
  const out = new Float64Array(values.length);
  let at = 0;
  for (const block of blocks) {
    out.fill(levelOf(block), at, at + block.bins);
    at += block.bins;
  }
  return out;
}

function levelOf({ total, weight }: { readonly total: number; readonly weight: number }): number {
  return total / weight;
}
