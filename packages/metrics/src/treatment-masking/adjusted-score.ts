import { gather } from "../numeric/gather.ts";
import { type Effect, effectOf } from "../inference/effect.ts";
import { logit } from "../numeric/logit.ts";
import { linearRegression, robustCovariance } from "../numeric/linear-regression.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { MaskingColumns } from "./masking-rows.ts";

/**
 * How a model's score moves with a factor among patients alike in the covariates: least squares of the score, of its
 * log odds where it is a probability, on the factor and the covariates (HC1 or cluster-robust errors). It reads the
 * model from the scores it gave; what the model uses and the covariates lack is left in it. Rows with a score of exactly
 * 0 or 1 are left out on the log odds.
 *
 * Undefined: MISSING_INPUT without covariates; EMPTY_GROUP; NON_CONVERGENCE where covariates repeat each other.
 */
export function adjustedScore(
  { factor, covariates, weight, cluster }: Omit<MaskingColumns, "outcome" | "treatment">,
  score: Float64Array,
  scale: "log-odds" | "score",
  level: number,
): { readonly effect: Effect; readonly rows: number } | Undefined {
  if (covariates.length === 0) return undefinedBecause("MISSING_INPUT");
  const values = scale === "log-odds" ? score.map(logit) : score;
  const rows = [...values.keys()].filter(
    (i) =>
      (factor[i] === 0 || factor[i] === 1) &&
      Number.isFinite(values[i]!) &&
      covariates.every((x) => Number.isFinite(x[i]!)),
  );
  const at = (of: ArrayLike<number>): Float64Array => gather(of, rows);
  const present = at(factor);
  if (!present.includes(0) || !present.includes(1)) return undefinedBecause("EMPTY_GROUP");
  const varying = covariates.map(at).filter((x) => x.some((v) => v !== x[0]));
  const design = [new Float64Array(rows.length).fill(1), present, ...varying];
  const fit = linearRegression(design, at(values), weight === undefined ? {} : { weights: at(weight) });
  if (isUndefined(fit)) return fit;
  const codes = cluster === undefined ? undefined : at(cluster);
  const covariance = robustCovariance(fit, design, codes === undefined ? "HC1" : { cluster: codes });
  const degreesOfFreedom = codes === undefined ? Infinity : new Set(codes).size - 1;
  const effect = effectOf(fit.coefficients[1]!, covariance[1]![1]!, { level, degreesOfFreedom });
  return { effect, rows: rows.length };
}
