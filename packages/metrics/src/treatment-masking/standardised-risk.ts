import { type Effect, effectOf } from "../inference/effect.ts";
import { type Matrix, quadraticForm, weightedCrossProduct } from "../numeric/linear-algebra.ts";
import { logisticRegression, type LogisticFit } from "../numeric/logistic-regression.ts";
import { normalUpperTail } from "../numeric/normal.ts";
import { expit } from "../numeric/logit.ts";
import { clusterMeat, sandwich } from "../numeric/sandwich.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { completeRows, type CompleteRows, type MaskingColumns } from "./masking-rows.ts";

export interface StandardisedRisk {
  /** Mean risk if everybody had the factor, and if nobody had it, everything else as it is. */
  readonly riskWith: number;
  readonly riskWithout: number;
  readonly difference: Effect;
  readonly ratio: number | null;
  /** The factor's coefficient in the model, log odds. */
  readonly logOdds: Effect;
  /** One-sided p that the factor raises, and that it lowers, the odds. */
  readonly pHarmful: number | null;
  readonly pProtective: number | null;
  readonly rows: number;
  readonly leftOut: number;
}

/** Which world the model is fitted in. */
export type World =
  /** All rows, under usual care. */
  | "usual care"
  /** All rows, with the treatment in the model. */
  | "adjusted for treatment"
  /** The untreated rows alone, averaged over all rows: as if nobody were treated. */
  | "untreated";

/**
 * Adjusted effect of a risk factor on the outcome by the g-formula: a logistic model on the factor and the covariates,
 * averaged over the rows with the factor set and removed. Errors are by the delta method with the covariates taken as
 * fixed; robust where rows are weighted or clustered.
 *
 * "adjusted for treatment" is no estimate of the factor's effect: treatment follows from the factor, and conditioning on
 * it leaves a direct effect only if severity at the decision is among the covariates. A sign that turns when treatment
 * enters is suggestive of masking and no proof. "untreated" is the effect among patients alike in the covariates had
 * nobody been treated, if treatment was decided on the factor and the covariates alone; unlike the weighted risks of
 * `untreatedRisk` it does not compare those with the factor, who may be younger, with those without.
 *
 * Undefined: NO_ROWS, EMPTY_GROUP, SEPARATION, NON_CONVERGENCE; NON_POSITIVITY in the untreated world where nobody with
 * the factor, or without it, is untreated; MISSING_INPUT where a world needs a treatment column and there is none.
 * @see Hernán & Robins (2020) Causal Inference: What If, ch. 13; Boos & Stefanski (2013) Essential Statistical Inference, 5.5.
 */
export function standardisedRisk(
  columns: MaskingColumns,
  { level, world = "usual care" }: { readonly level: number; readonly world?: World },
): StandardisedRisk | Undefined {
  const needTreatment = world !== "usual care";
  if (needTreatment && columns.treatment === undefined) return undefinedBecause("MISSING_INPUT");
  const rows = completeRows(columns, needTreatment);
  if (isUndefined(rows)) return rows;
  const { ones, factor, covariates, treatment, outcome, cluster } = rows;
  const design = [ones, factor, ...covariates, ...(world === "adjusted for treatment" ? [treatment] : [])];
  const fit = world === "untreated" ? fitUntreated(design, rows) : fitAll(design, rows);
  if (isUndefined(fit)) return fit;
  const covariance = robustIfNeeded(design, fit, rows);
  const { weight } = rows;
  const degreesOfFreedom = cluster === undefined ? Infinity : new Set(cluster).size - 1;

  const removed = setFactor(design, fit, 0, weight);
  const present = setFactor(design, fit, 1, weight);
  const gradient = present.gradient.map((g, j) => g - removed.gradient[j]!);
  const logOdds = effectOf(fit.coefficients[1]!, covariance[1]![1]!, { level, degreesOfFreedom });
  const z = logOdds.standardError === null ? null : logOdds.value / logOdds.standardError;
  const options = { level, degreesOfFreedom };
  return {
    riskWith: present.risk,
    riskWithout: removed.risk,
    difference: effectOf(present.risk - removed.risk, quadraticForm(gradient, covariance), options),
    ratio: removed.risk === 0 ? null : present.risk / removed.risk,
    logOdds,
    pHarmful: z === null ? null : normalUpperTail(z),
    pProtective: z === null ? null : normalUpperTail(-z),
    rows: outcome.length,
    leftOut: rows.leftOut,
  };
}

function fitAll(design: readonly Float64Array[], { outcome, weight }: CompleteRows): LogisticFit | Undefined {
  return logisticRegression(design, outcome, weight === undefined ? {} : { weights: weight });
}

/** Fitted with weight 0 on treated rows, so that fitted values and scores keep a place for every row. */
function fitUntreated(design: readonly Float64Array[], rows: CompleteRows): LogisticFit | Undefined {
  const { factor, treatment, outcome, weight } = rows;
  const untreatedIn = (f: 0 | 1): boolean => treatment.some((t, i) => t === 0 && factor[i] === f);
  if (!untreatedIn(0) || !untreatedIn(1)) return undefinedBecause("NON_POSITIVITY");
  const weights = treatment.map((t, i) => (t === 0 ? (weight?.[i] ?? 1) : 0));
  return logisticRegression(design, outcome, { weights });
}

/** Mean risk with column 1 of the design set to `value` in every row, and its gradient in the coefficients. */
function setFactor(design: readonly Float64Array[], fit: LogisticFit, value: 0 | 1, weight?: Float64Array) {
  const factor = design[1]!;
  const gradient = new Float64Array(design.length);
  let risk = 0;
  let whole = 0;
  for (let i = 0; i < factor.length; i++) {
    const w = weight?.[i] ?? 1;
    const p = expit(fit.linearPredictor[i]! + (value - factor[i]!) * fit.coefficients[1]!);
    const slope = w * p * (1 - p);
    whole += w;
    risk += w * p;
    for (let j = 0; j < design.length; j++) gradient[j]! += slope * (j === 1 ? value : design[j]![i]!);
  }
  return { risk: risk / whole, gradient: gradient.map((g) => g / whole) };
}

function robustIfNeeded(
  design: readonly Float64Array[],
  fit: LogisticFit,
  { weight, cluster }: Pick<CompleteRows, "weight" | "cluster">,
): Matrix {
  if (cluster !== undefined) {
    const { meat, clusters } = clusterMeat(design, fit.scoreResiduals, cluster);
    return sandwich(fit.covariance, meat, clusters / (clusters - 1));
  }
  if (weight === undefined) return fit.covariance;
  const n = weight.length;
  const squares = fit.scoreResiduals.map((r) => r * r);
  return sandwich(fit.covariance, weightedCrossProduct(design, squares), n / (n - 1));
}
