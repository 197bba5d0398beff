import type { ScoreCounts } from "@auscult/core";
import { type LikelihoodRatioTest, likelihoodRatioTest } from "../inference/likelihood-ratio.ts";
import { logisticRegression } from "../numeric/logistic-regression.ts";
import { sum } from "../numeric/sum.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { logLikelihoodAt } from "./logistic-on-counts.ts";
import { logOddsOf, notPredictions } from "./predictions.ts";
import { type InterceptRecalibration, recalibrate, recalibrateIntercept } from "./recalibration.ts";

/** Joint tests of calibration in k groups. Each says whether, none says how much: read the groups' values first. */
export interface CalibrationWithinGroups {
  /** Calibration-in-the-large of each group, in the order given. */
  readonly groups: readonly (InterceptRecalibration | Undefined)[];
  /** One calibration-in-the-large for all against one each; k − 1 df. */
  readonly equalInTheLarge: LikelihoodRatioTest | Undefined;
  /** The predictions as they are against an intercept and a slope for each group; 2k df. */
  readonly anyMiscalibration: LikelihoodRatioTest | Undefined;
  /** One recalibration for all against one each: what recalibrating everybody alike cannot mend; 2(k − 1) df. */
  readonly groupGivenRecalibration: LikelihoodRatioTest | Undefined;
  /** One slope for all against one each, intercepts each their own; k − 1 df. */
  readonly slopeInteraction: LikelihoodRatioTest | Undefined;
}

/**
 * Is miscalibration common to the groups, which recalibration mends, or does it differ between them? Groups must not
 * overlap. Undefined as a whole for fewer than two groups or weighted counts (MISSING_INPUT) and for scores that are not
 * probabilities; a test is undefined where a group's fit is (SEPARATION where it has one class only).
 *
 * @see Van Calster et al (2016) J Clin Epidemiol 74:167-176; Kleinberg, Mullainathan & Raghavan (2017) ITCS.
 */
export function calibrationWithinGroups(groups: readonly ScoreCounts[]): CalibrationWithinGroups | Undefined {
  if (groups.length < 2 || groups.some((g) => g.weighted !== undefined)) return undefinedBecause("MISSING_INPUT");
  for (const group of groups) {
    const fault = notPredictions(group);
    if (fault !== undefined) return fault;
  }
  const k = groups.length;
  const pooled = stack(groups);
  const ones = new Float64Array(pooled.outcome.length).fill(1);
  const fit = (columns: Float64Array[], offset?: Float64Array): number | Undefined => {
    const options = offset === undefined ? { weights: pooled.weights } : { weights: pooled.weights, offset };
    const found = logisticRegression(columns, pooled.outcome, options);
    return isUndefined(found) ? found : found.logLikelihood;
  };
  const ofGroups = groups.map(recalibrateIntercept);
  const each = total(ofGroups.map((f) => (isUndefined(f) ? f : f.logLikelihood)));
  const eachFree = total(
    groups.map((g) => {
      const free = recalibrate(g);
      return isUndefined(free) ? free : free.logLikelihood;
    }),
  );
  const original = sum(groups.map((g) => logLikelihoodAt(g, logOddsOf(g).logOdds)));
  return {
    groups: ofGroups,
    equalInTheLarge: compare(fit([ones], pooled.logOdds), each, k - 1),
    anyMiscalibration: compare(original, eachFree, 2 * k),
    groupGivenRecalibration: compare(fit([ones, pooled.logOdds]), eachFree, 2 * (k - 1)),
    slopeInteraction: compare(fit([...pooled.membership, pooled.logOdds]), eachFree, k - 1),
  };
}

interface Stack {
  readonly logOdds: Float64Array;
  readonly outcome: Float64Array;
  readonly weights: Float64Array;
  /** One column of 0 and 1 for each group. */
  readonly membership: Float64Array[];
}

/** Groups under one another, each distinct score of a group an entry. */
function stack(groups: readonly ScoreCounts[]): Stack {
  const rows = groups.map((group) => group.positives.map((n, i) => n + group.negatives[i]!));
  return {
    logOdds: join(groups.map((group) => logOddsOf(group).logOdds)),
    outcome: join(groups.map((group, g) => group.positives.map((n, i) => (n === 0 ? 0 : n / rows[g]![i]!)))),
    weights: join(rows),
    membership: groups.map((_, g) => join(rows.map((r, h) => new Float64Array(r.length).fill(g === h ? 1 : 0)))),
  };
}

function join(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function total(logLikelihoods: readonly (number | Undefined)[]): number | Undefined {
  let all = 0;
  for (const value of logLikelihoods) {
    if (typeof value !== "number") return value;
    all += value;
  }
  return all;
}

function compare(
  smaller: number | Undefined,
  larger: number | Undefined,
  degreesOfFreedom: number,
): LikelihoodRatioTest | Undefined {
  if (typeof smaller !== "number") return smaller;
  return typeof larger === "number" ? likelihoodRatioTest(smaller, larger, degreesOfFreedom) : larger;
}
