import { expit } from "../numeric/logit.ts";
import { logisticRegression } from "../numeric/logistic-regression.ts";
import { isUndefined, type Undefined } from "../result.ts";
import type { Update } from "../validation/closed-testing.ts";
import type { UpdateRows } from "./update-rows.ts";

/** An update that was fitted: its coefficients, and the risks that it gives to all rows. */
export interface FittedUpdate {
  /** Of the intercept, then the slope, or the predictors; empty where nothing was updated. */
  readonly coefficients: Float64Array;
  readonly risk: Float64Array;
}

/**
 * An update fitted to the rows, each as often as it was drawn. Undefined: as logistic regression is (SEPARATION,
 * NON_CONVERGENCE).
 */
export function fitUpdate(
  kind: Update,
  { logOdds, outcome, predictors }: UpdateRows,
  times?: Float64Array,
): FittedUpdate | Undefined {
  if (kind === "no_update") return { coefficients: new Float64Array(0), risk: logOdds.map(expit) };
  const ones = new Float64Array(outcome.length).fill(1);
  const columns = kind === "citl" ? [ones] : kind === "recalibration" ? [ones, logOdds] : [ones, ...predictors];
  const offset = kind === "citl" ? { offset: logOdds } : {};
  const fit = logisticRegression(columns, outcome, { ...offset, ...(times === undefined ? {} : { weights: times }) });
  if (isUndefined(fit)) return fit;
  return { coefficients: fit.coefficients, risk: fit.linearPredictor.map(expit) };
}
