import { type LikelihoodRatioTest, likelihoodRatioTest } from "../inference/likelihood-ratio.ts";
import { bernoulliLogLikelihood, logisticRegression } from "../numeric/logistic-regression.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";

/** From leaving the model as it is to making a new one. */
export const UPDATES = ["no_update", "citl", "recalibration", "revision"] as const;
export type Update = (typeof UPDATES)[number];

export interface ClosedTesting {
  /** Log-likelihood under each update, in the order of `UPDATES`. */
  readonly logLikelihoods: readonly number[];
  /** Each smaller update against revision, in the order of `UPDATES`. */
  readonly tests: readonly LikelihoodRatioTest[];
  /** The smallest update that revision does not significantly improve on. */
  readonly selected: Update;
  readonly calibrationInTheLarge: number;
  readonly recalibrationIntercept: number;
  readonly recalibrationSlope: number;
}

/**
 * How much of a model must be updated: nothing, its intercept, intercept and slope, or all of it? Each update is tested
 * against refitting on `predictors`, the smallest first, and the first that is not rejected at `alpha` is taken.
 *
 * For a vendor's closed model only the first two can be done. An update may be a change of the device in law.
 *
 * `logOdds` are those of the predictions, `outcome` is 0 or 1, `predictors` are the columns of the refitted model without
 * the column of ones. Undefined: as logistic regression is (SEPARATION, NON_CONVERGENCE); NO_ROWS; MISSING_INPUT without
 * predictors.
 *
 * @see Vergouwe et al (2017) Stat Med 36:4529-4539.
 */
export function closedTesting(
  {
    logOdds,
    outcome,
    predictors,
  }: {
    readonly logOdds: Float64Array;
    readonly outcome: Float64Array;
    readonly predictors: readonly Float64Array[];
  },
  alpha: number,
): ClosedTesting | Undefined {
  if (predictors.length === 0) return undefinedBecause("MISSING_INPUT");
  const ones = new Float64Array(outcome.length).fill(1);
  const intercept = logisticRegression([ones], outcome, { offset: logOdds });
  if (isUndefined(intercept)) return intercept;
  const recalibration = logisticRegression([ones, logOdds], outcome);
  if (isUndefined(recalibration)) return recalibration;
  const revision = logisticRegression([ones, ...predictors], outcome);
  if (isUndefined(revision)) return revision;
  const original = bernoulliLogLikelihood(outcome, logOdds);
  const logLikelihoods = [original, intercept.logLikelihood, recalibration.logLikelihood, revision.logLikelihood];
  const tests = [0, 1, 2].map((freed) =>
    likelihoodRatioTest(logLikelihoods[freed]!, revision.logLikelihood, predictors.length + 1 - freed),
  );
  const kept = tests.findIndex(({ p }) => p >= alpha);
  return {
    logLikelihoods,
    tests,
    selected: UPDATES[kept === -1 ? 3 : kept]!,
    calibrationInTheLarge: intercept.coefficients[0]!,
    recalibrationIntercept: recalibration.coefficients[0]!,
    recalibrationSlope: recalibration.coefficients[1]!,
  };
}
