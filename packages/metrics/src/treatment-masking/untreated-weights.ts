import { influenceVariance, type InfluenceVariance } from "../inference/influence.ts";
import { quantile7 } from "../numeric/quantile.ts";
import { logisticRegression, type LogisticFit } from "../numeric/logistic-regression.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { completeRows, type CompleteRows, type MaskingColumns } from "./masking-rows.ts";

/** How well untreated patients can stand for all, in one level of the factor or in both. */
export interface Positivity {
  readonly rows: number;
  readonly untreated: number;
  readonly eventsUntreated: number;
  /** Kish's effective number of untreated rows under the weights. */
  readonly effectiveRows: number;
  readonly maximumWeight: number;
  /** Share of all rows whose chance of treatment is above 0.95. */
  readonly shareAlmostSurelyTreated: number;
}

/** Below this many effective untreated rows nothing is concluded (methods G3). */
export const MINIMUM_EFFECTIVE_ROWS = 30;
const ALMOST_SURE = 0.95;

/** The untreated rows, weighted up to stand for all rows had nobody been treated. */
export interface UntreatedWeights {
  readonly rows: CompleteRows;
  /** Chance of treatment of each row, from the treatment model. */
  readonly propensity: Float64Array;
  /** 1/(1 − propensity), times the sampling weight; 0 for treated rows. */
  readonly weight: Float64Array;
  /** In all rows, and in those without ([0]) and with ([1]) the factor. */
  readonly positivity: { readonly all: Positivity; readonly byFactor: readonly [Positivity, Positivity] };
  /** Variance of Σ weight × h, the treatment model's own estimation included (stacked M-estimation). */
  variance(h: Float64Array): InfluenceVariance;
  /** The same with the weights taken as known. */
  varianceFixedWeights(h: Float64Array): InfluenceVariance;
  /** Weights cut at a percentile (0 to 1) of those of untreated rows. */
  truncated(percentile: number): Float64Array;
}

/**
 * Weights 1/(1 − e) for the untreated, e the chance of treatment from a logistic model on the factor and the covariates.
 * What is weighted estimates the world in which nobody is treated, if treatment was decided on these covariates and
 * nothing else that matters, if the model is right, and if every kind of patient was sometimes left untreated.
 *
 * Undefined: MISSING_INPUT without a treatment column; NON_POSITIVITY where nobody with the factor, or nobody without it,
 * was untreated: no data of this kind can say; TOO_FEW_EVENTS where nobody was treated (nothing can be masked);
 * SEPARATION, NON_CONVERGENCE of the treatment model; NO_ROWS, EMPTY_GROUP.
 * @see Lunceford & Davidian (2004) Stat Med 23:2937-2960; Stefanski & Boos (2002) Am Stat 56:29-38.
 */
export function untreatedWeights(columns: MaskingColumns): UntreatedWeights | Undefined {
  if (columns.treatment === undefined) return undefinedBecause("MISSING_INPUT");
  const rows = completeRows(columns, true);
  if (isUndefined(rows)) return rows;
  const { factor, treatment, outcome, ones, covariates } = rows;
  const untreatedIn = (f: 0 | 1): boolean => treatment.some((t, i) => t === 0 && factor[i] === f);
  if (!untreatedIn(0) || !untreatedIn(1)) return undefinedBecause("NON_POSITIVITY");
  if (!treatment.includes(1)) return undefinedBecause("TOO_FEW_EVENTS");
  const design = [ones, factor, ...covariates];
  const fit = logisticRegression(design, treatment, rows.weight === undefined ? {} : { weights: rows.weight });
  if (isUndefined(fit)) return fit;
  const propensity = fit.fitted;
  const weight = propensity.map((e, i) => (treatment[i] === 0 ? (rows.weight?.[i] ?? 1) / (1 - e) : 0));
  const clusterOf = rows.cluster && ((k: number) => rows.cluster![k]!);
  const diagnose = (f?: 0 | 1): Positivity => positivityOf({ factor, treatment, outcome, weight, propensity }, f);
  return {
    rows,
    propensity,
    weight,
    positivity: { all: diagnose(), byFactor: [diagnose(0), diagnose(1)] },
    variance: (h) => influenceVariance(stackedInfluence(design, fit, rows, weight, h), clusterOf),
    varianceFixedWeights: (h) =>
      influenceVariance(
        weight.map((w, i) => w * h[i]!),
        clusterOf,
      ),
    truncated(percentile) {
      const limit = quantile7(weight.filter((w) => w > 0).sort(), percentile);
      return weight.map((w) => Math.min(w, limit));
    },
  };
}

/** What each row adds to the error of Σ weight × h: its own term, and its part in the treatment model's coefficients. */
function stackedInfluence(
  design: readonly Float64Array[],
  fit: LogisticFit,
  rows: CompleteRows,
  weight: Float64Array,
  h: Float64Array,
): Float64Array {
  // d weight / d coefficient = weight × odds of treatment × covariate = (weight − sampling weight) × covariate.
  const slope = design.map((x) => {
    let total = 0;
    for (let i = 0; i < h.length; i++) {
      if (weight[i]! > 0) total += (weight[i]! - (rows.weight?.[i] ?? 1)) * x[i]! * h[i]!;
    }
    return total;
  });
  const direction = fit.covariance.map((row) => row.reduce((total, v, j) => total + v * slope[j]!, 0));
  return weight.map((w, i) => {
    let along = 0;
    for (let j = 0; j < design.length; j++) along += direction[j]! * design[j]![i]!;
    return w * h[i]! + along * fit.scoreResiduals[i]!;
  });
}

function positivityOf(
  {
    factor,
    treatment,
    outcome,
    weight,
    propensity,
  }: {
    readonly factor: Float64Array;
    readonly treatment: Float64Array;
    readonly outcome: Float64Array;
    readonly weight: Float64Array;
    readonly propensity: Float64Array;
  },
  only?: 0 | 1,
): Positivity {
  let rows = 0;
  let untreated = 0;
  let eventsUntreated = 0;
  let sure = 0;
  let total = 0;
  let squares = 0;
  let maximumWeight = 0;
  for (let i = 0; i < factor.length; i++) {
    if (only !== undefined && factor[i] !== only) continue;
    rows += 1;
    if (propensity[i]! > ALMOST_SURE) sure += 1;
    if (treatment[i] !== 0) continue;
    untreated += 1;
    eventsUntreated += outcome[i]!;
    total += weight[i]!;
    squares += weight[i]! ** 2;
    maximumWeight = Math.max(maximumWeight, weight[i]!);
  }
  return {
    rows,
    untreated,
    eventsUntreated,
    effectiveRows: total ** 2 / squares,
    maximumWeight,
    shareAlmostSurelyTreated: sure / rows,
  };
}
