import { countScores } from "../count-scores.ts";
import { delong } from "../discrimination/delong.ts";
import { type LikelihoodRatioTest, likelihoodRatioTest } from "../inference/likelihood-ratio.ts";
import { PURPOSES } from "../inference/purposes.ts";
import { randomStream } from "../inference/random-stream.ts";
import { logisticRegression } from "../numeric/logistic-regression.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";

export interface MembershipModel {
  /** How well the model tells current patients from the reference's, in the rows that it was fitted to: too high. */
  readonly apparentAuroc: number;
  /** The same in rows left out of the fit; where folds were asked for. 0.5: they cannot be told apart. */
  readonly crossFittedAuroc?: number;
  readonly test: LikelihoodRatioTest;
  /** Coefficients on the log odds of being a current patient: the intercept, then each column's. */
  readonly coefficients: Float64Array;
}

/**
 * Are local patients like those that the model was made on? A logistic model that tells the two apart by their predictors
 * (and outcome, if given): easily told apart, a good result speaks for transport; alike, for reproduction only.
 *
 * `reference` and `current` are columns, parallel to each other.
 *
 * Undefined  MISSING_INPUT without a column or with a missing or infinite value; NO_ROWS where a sample is empty;
 *            SEPARATION where the samples can be told apart without error (look for a date or a unit); otherwise as
 *            logistic regression is.
 * Assumes    independent rows.
 *
 * @see Debray et al (2015) J Clin Epidemiol 68:279-289; Lopez-Paz & Oquab (2017) ICLR.
 */
export function membershipModel(
  reference: readonly Float64Array[],
  current: readonly Float64Array[],
  folds?: { readonly folds: number; readonly seed: number },
): MembershipModel | Undefined {
  const n = reference[0]?.length ?? 0;
  const m = current[0]?.length ?? 0;
  if (reference.length === 0) return undefinedBecause("MISSING_INPUT");
  if (n === 0 || m === 0) return undefinedBecause("NO_ROWS");
  const columns = reference.map((column, j) => Float64Array.from([...column, ...current[j]!]));
  if (!columns.every((column) => column.every(Number.isFinite))) return undefinedBecause("MISSING_INPUT");
  const isCurrent = Float64Array.from({ length: n + m }, (_, i) => (i < n ? 0 : 1));
  const ones = new Float64Array(n + m).fill(1);
  const fit = logisticRegression([ones, ...columns], isCurrent);
  if (isUndefined(fit)) return fit;
  const empty = logisticRegression([ones], isCurrent);
  if (isUndefined(empty)) return empty;
  const found = {
    apparentAuroc: delong(countScores(fit.linearPredictor, isCurrent)).value,
    test: likelihoodRatioTest(empty.logLikelihood, fit.logLikelihood, columns.length),
    coefficients: fit.coefficients,
  };
  if (folds === undefined) return found;
  const crossFitted = crossFit([ones, ...columns], isCurrent, folds);
  if (isUndefined(crossFitted)) return crossFitted;
  return { ...found, crossFittedAuroc: delong(countScores(crossFitted, isCurrent)).value };
}

/** Fitted probabilities of each row by a model that was not fitted to it. Probabilities compare across folds. */
function crossFit(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  { folds, seed }: { readonly folds: number; readonly seed: number },
): Float64Array | Undefined {
  const order = Uint32Array.from(outcome, (_, i) => i);
  const stream = randomStream(seed, 0, PURPOSES.simulation);
  for (let i = order.length - 1; i > 0; i--) {
    const j = stream.index(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  // Both samples are dealt over the folds evenly.
  const dealt = [0, 0];
  const foldOf = new Uint32Array(outcome.length);
  for (const row of order) foldOf[row] = dealt[outcome[row]!]!++ % folds;
  const fitted = new Float64Array(outcome.length);
  for (let fold = 0; fold < folds; fold++) {
    const training = (values: Float64Array) => values.filter((_, i) => foldOf[i] !== fold);
    const fit = logisticRegression(columns.map(training), training(outcome));
    if (isUndefined(fit)) return fit;
    for (let i = 0; i < outcome.length; i++) {
      if (foldOf[i] !== fold) continue;
      const eta = columns.reduce((sum, column, j) => sum + column[i]! * fit.coefficients[j]!, 0);
      fitted[i] = 1 / (1 + Math.exp(-eta));
    }
  }
  return fitted;
}
