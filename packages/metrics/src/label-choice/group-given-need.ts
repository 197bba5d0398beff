import { gather } from "../numeric/gather.ts";
import { countScores } from "../count-scores.ts";
import { delong } from "../discrimination/delong.ts";
import { type LikelihoodRatioTest, likelihoodRatioTest } from "../inference/likelihood-ratio.ts";
import { dummies } from "../numeric/dummies.ts";
import { logisticRegression } from "../numeric/logistic-regression.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import type { Feature } from "./feature-proxy.ts";

export interface GroupGivenNeed {
  /** Whether the features tell the group beyond need. */
  readonly test: LikelihoodRatioTest;
  /** Apparent AUROC for the group of need alone, and of need with the features: optimistic, for it is judged where it was fitted. */
  readonly aurocNeedOnly: number;
  readonly aurocWithFeatures: number;
  readonly rows: number;
}

/**
 * Likelihood-ratio test that features jointly tell the group beyond need: logistic regression of membership on need (as
 * a factor) against the same with the features, categorical ones as factors, numeric ones linear.
 *
 * Rows with anything missing are left out. Undefined: EMPTY_GROUP; SEPARATION where need and features name the group of
 * everybody; NON_CONVERGENCE where they are combinations of each other.
 */
export function groupGivenNeed(
  side: ArrayLike<number>,
  need: Float64Array,
  features: readonly Feature[],
): GroupGivenNeed | Undefined {
  const rows: number[] = [];
  for (let i = 0; i < need.length; i++) {
    const known = (side[i] === 0 || side[i] === 1) && !Number.isNaN(need[i]!);
    if (known && features.every((f) => !Number.isNaN(f.values[i]!))) rows.push(i);
  }
  const member = gather(side, rows);
  if (!member.includes(0) || !member.includes(1)) return undefinedBecause("EMPTY_GROUP");
  const at = (values: Float64Array): Float64Array => gather(values, rows);
  const ones = new Float64Array(rows.length).fill(1);
  const needOnly = [ones, ...dummies(at(need))];
  const added = features.flatMap((f) => (f.kind === "categorical" ? dummies(at(f.values)) : [at(f.values)]));
  const smaller = logisticRegression(needOnly, member);
  if (isUndefined(smaller)) return smaller;
  const larger = logisticRegression([...needOnly, ...added], member);
  if (isUndefined(larger)) return larger;
  return {
    test: likelihoodRatioTest(smaller.logLikelihood, larger.logLikelihood, added.length),
    aurocNeedOnly: delong(countScores(smaller.fitted, member)).value,
    aurocWithFeatures: delong(countScores(larger.fitted, member)).value,
    rows: rows.length,
  };
}
