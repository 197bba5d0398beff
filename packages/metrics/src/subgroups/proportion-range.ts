import { isUndefined, type Undefined } from "../result.ts";
import { heterogeneity, type SubgroupEstimate } from "./heterogeneity.ts";
import { type PearsonTest, pearsonTest } from "./pearson.ts";
import { moverPairs, type RangeInference, rangeInference } from "./range.ts";
import { type Proportion, wilsonLimits } from "../inference/proportion.ts";

export interface ProportionRange extends RangeInference {
  readonly pearson: PearsonTest | Undefined;
  /** Cochran's Q over the subgroups, with the errors that `greatestZ` uses. */
  readonly cochran: { readonly q: number; readonly degreesOfFreedom: number; readonly p: number } | Undefined;
}

/**
 * Greatest gap of a rate between subgroups: Tukey's construction over Newcombe's intervals of all pairs, beside what
 * chance would show, Pearson's χ² and Cochran's Q. Subgroups without rows are left out; the caller names them.
 *
 * In simulation the interval covers at least 0.949 at a nominal 0.95, down to subgroups of five rows, where the same
 * construction on Wald's intervals covers 0.84.
 *
 * @see methods E3; Newcombe (1998) Stat Med 17:873-890; Hsu (1996) Multiple Comparisons.
 */
export function proportionRange(
  groups: readonly Proportion[],
  level: number,
  permutations?: { readonly seed: number; readonly permutations: number },
): ProportionRange | Undefined {
  const filled = groups.filter((g) => g.rows > 0);
  const rows = filled.reduce((n, g) => n + g.rows, 0);
  const pooled = filled.reduce((n, g) => n + g.hits, 0) / rows;
  const estimates = filled.map(shrunkError);
  const found = rangeInference(estimates, {
    level,
    pair: moverPairs((i, at) => wilsonLimits(filled[i]!, at)),
    nullErrors: filled.map((g) => Math.sqrt((pooled * (1 - pooled)) / g.rows)),
  });
  if (isUndefined(found)) return found;
  const spread = heterogeneity(estimates, level);
  return {
    ...found,
    pearson: pearsonTest(filled, permutations),
    cochran: isUndefined(spread) ? spread : { q: spread.q, degreesOfFreedom: spread.degreesOfFreedom, p: spread.p },
  };
}

/** A rate with the error at (x + ½) / (n + 1), which is not 0 where all rows or none have the property. */
export function shrunkError({ hits, rows }: Proportion): SubgroupEstimate {
  const shrunk = (hits + 0.5) / (rows + 1);
  return { value: hits / rows, standardError: Math.sqrt((shrunk * (1 - shrunk)) / rows) };
}
