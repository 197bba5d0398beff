import type { ScoreCounts } from "@auscult/core";
import { type LikelihoodRatioTest, likelihoodRatioTest } from "../inference/likelihood-ratio.ts";
import { type Flag, isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { nearbyStart } from "./nearby-start.ts";
import { logisticOnCounts, logLikelihoodAt } from "./logistic-on-counts.ts";
import { logOddsOf, notPredictions } from "./predictions.ts";

/** Recalibration of the intercept alone: logit P(event) = α + logit(p), slope held at 1. */
export interface InterceptRecalibration {
  /** α, calibration-in-the-large; log odds. Above 0 the model predicts too low. */
  readonly intercept: number;
  readonly standardError: number;
  readonly logLikelihood: number;
  readonly flags: readonly Flag[];
}

/** Logistic recalibration: logit P(event) = a + b logit(p). */
export interface Recalibration {
  /** a, the intercept at this slope. It is not calibration-in-the-large and may differ from it in sign. */
  readonly intercept: number;
  readonly interceptStandardError: number;
  /** b, the calibration slope. */
  readonly slope: number;
  readonly slopeStandardError: number;
  readonly covariance: number;
  readonly logLikelihood: number;
  readonly flags: readonly Flag[];
}

/**
 * Calibration-in-the-large as a fit: how far, in log odds, the predictions must be shifted to be right on average.
 * Undefined: SEPARATION with one class only; NOT_A_PROBABILITY; NO_ROWS.
 *
 * @see Cox (1958) Biometrika 45:562-565; Van Calster et al (2016) J Clin Epidemiol 74:167-176.
 */
export function recalibrateIntercept(counts: ScoreCounts): InterceptRecalibration | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  const { logOdds, flags } = logOddsOf(counts);
  const fit = shiftFrom(counts, (start) => logisticOnCounts(counts, [ones(counts)], { offset: logOdds, ...start }));
  if (isUndefined(fit)) return fit;
  const [intercept, variance] = [fit.coefficients[0]!, fit.covariance[0]![0]!];
  return { intercept, standardError: Math.sqrt(variance), logLikelihood: fit.logLikelihood, flags };
}

/**
 * Intercept and slope of the outcome on the log odds of the predictions. Undefined: CONSTANT_SCORE where all rows have
 * one prediction; SEPARATION where predictions part the classes; NOT_A_PROBABILITY; NO_ROWS.
 *
 * @see Cox (1958) Biometrika 45:562-565; Miller, Hui & Tierney (1991) Stat Med 10:1213-1226.
 */
export function recalibrate(counts: ScoreCounts): Recalibration | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  if (counts.score.length < 2) return undefinedBecause("CONSTANT_SCORE");
  const { logOdds, flags } = logOddsOf(counts);
  const fit = slopeFrom(counts, (start) => logisticOnCounts(counts, [ones(counts), logOdds], start));
  if (isUndefined(fit)) return fit;
  return {
    intercept: fit.coefficients[0]!,
    interceptStandardError: Math.sqrt(fit.covariance[0]![0]!),
    slope: fit.coefficients[1]!,
    slopeStandardError: Math.sqrt(fit.covariance[1]![1]!),
    covariance: fit.covariance[0]![1]!,
    logLikelihood: fit.logLikelihood,
    flags,
  };
}

/** Cox's likelihood ratio tests that intercept 0 and slope 1 hold. Without a slope (see `recalibrate`) one of the three. */
export interface RecalibrationTests {
  /** (intercept, slope) = (0, 1) against both free; 2 df. */
  readonly overall: LikelihoodRatioTest | Undefined;
  /** Intercept 0 at slope 1; 1 df. */
  readonly inTheLarge: LikelihoodRatioTest;
  /** Slope 1 given a free intercept; 1 df. */
  readonly slopeGivenIntercept: LikelihoodRatioTest | Undefined;
  readonly logLikelihoodOriginal: number;
}

/**
 * Is there any linear miscalibration at all? With 10,000 rows there nearly always is: judge its size, not this p.
 * MISSING_INPUT for weighted counts, whose likelihood is not one; otherwise as `recalibrateIntercept`.
 */
export function recalibrationTests(counts: ScoreCounts): RecalibrationTests | Undefined {
  if (counts.weighted !== undefined) return undefinedBecause("MISSING_INPUT");
  const shifted = recalibrateIntercept(counts);
  if (isUndefined(shifted)) return shifted;
  const free = recalibrate(counts);
  const original = logLikelihoodAt(counts, logOddsOf(counts).logOdds);
  return {
    overall: isUndefined(free) ? free : likelihoodRatioTest(original, free.logLikelihood, 2),
    inTheLarge: likelihoodRatioTest(original, shifted.logLikelihood, 1),
    slopeGivenIntercept: isUndefined(free) ? free : likelihoodRatioTest(shifted.logLikelihood, free.logLikelihood, 1),
    logLikelihoodOriginal: original,
  };
}

/** Fits of counts that lack one block of others begin at the others' coefficients. */
const shiftFrom = nearbyStart();
const slopeFrom = nearbyStart();

export function ones({ score }: ScoreCounts): Float64Array {
  return new Float64Array(score.length).fill(1);
}
