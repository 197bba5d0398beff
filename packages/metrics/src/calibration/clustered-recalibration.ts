import { type Matrix, weightedCrossProduct } from "../numeric/linear-algebra.ts";
import { logit } from "../numeric/logit.ts";
import { logisticRegression } from "../numeric/logistic-regression.ts";
import { clusterMeat, sandwich } from "../numeric/sandwich.ts";
import { type Flag, isUndefined, type Undefined, undefinedBecause } from "../result.ts";

/** Fewer clusters than this make a cluster-robust standard error too small. */
const FEW_CLUSTERS = 40;

export interface ClusteredRecalibration {
  readonly calibrationInTheLarge: number;
  readonly calibrationInTheLargeStandardError: number;
  readonly intercept: number;
  readonly interceptStandardError: number;
  readonly slope: number;
  readonly slopeStandardError: number;
  /** Robust to the model's variance but blind to clusters (HC0): shows what clustering costs. */
  readonly slopeStandardErrorIgnoringClusters: number;
  readonly clusters: number;
  /** K − 1, for a t interval. */
  readonly degreesOfFreedom: number;
  readonly flags: readonly Flag[];
}

/**
 * Calibration-in-the-large, intercept and slope where a patient has several rows: the estimates are the ordinary ones,
 * the standard errors sum each cluster's contributions before squaring them (factor K/(K − 1)).
 *
 * `score` lies within 0 and 1 exclusive (NOT_A_PROBABILITY otherwise: a certain prediction has no log odds), `outcome` is
 * 0 or 1, `cluster[i]` is any code of row i's patient. Undefined also below two clusters or with another outcome (MISSING_INPUT), with one
 * prediction for all (CONSTANT_SCORE), and under SEPARATION.
 *
 * @see Liang & Zeger (1986) Biometrika 73:13-22.
 */
export function clusteredRecalibration(rows: {
  readonly score: Float64Array;
  readonly outcome: Float64Array;
  readonly cluster: ArrayLike<number>;
}): ClusteredRecalibration | Undefined {
  const { score, outcome, cluster } = rows;
  if (score.length === 0) return undefinedBecause("NO_ROWS");
  if (!score.every((p) => p > 0 && p < 1)) return undefinedBecause("NOT_A_PROBABILITY");
  if (!outcome.every((y) => y === 0 || y === 1)) return undefinedBecause("MISSING_INPUT");
  if (score.every((p) => p === score[0])) return undefinedBecause("CONSTANT_SCORE");
  const logOdds = score.map((p) => logit(p));
  const ones = new Float64Array(score.length).fill(1);
  const shifted = logisticRegression([ones], outcome, { offset: logOdds });
  if (isUndefined(shifted)) return shifted;
  const free = logisticRegression([ones, logOdds], outcome);
  if (isUndefined(free)) return free;
  const robust = (columns: Float64Array[], fit: typeof free): { covariance: Matrix; clusters: number } => {
    const { meat, clusters } = clusterMeat(columns, fit.scoreResiduals, cluster);
    return { covariance: sandwich(fit.covariance, meat, clusters / (clusters - 1)), clusters };
  };
  const large = robust([ones], shifted);
  if (large.clusters < 2) return undefinedBecause("MISSING_INPUT");
  const both = robust([ones, logOdds], free);
  const squares = free.scoreResiduals.map((r) => r * r);
  const blind = sandwich(free.covariance, weightedCrossProduct([ones, logOdds], squares));
  return {
    calibrationInTheLarge: shifted.coefficients[0]!,
    calibrationInTheLargeStandardError: Math.sqrt(large.covariance[0]![0]!),
    intercept: free.coefficients[0]!,
    interceptStandardError: Math.sqrt(both.covariance[0]![0]!),
    slope: free.coefficients[1]!,
    slopeStandardError: Math.sqrt(both.covariance[1]![1]!),
    slopeStandardErrorIgnoringClusters: Math.sqrt(blind[1]![1]!),
    clusters: both.clusters,
    degreesOfFreedom: both.clusters - 1,
    flags: both.clusters < FEW_CLUSTERS ? ["FEW_CLUSTERS"] : [],
  };
}
