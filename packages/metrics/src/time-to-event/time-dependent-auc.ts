import { newcombe5 } from "../discrimination/newcombe5.ts";
import { logitInterval } from "./logit-interval.ts";
import { horizonWeights } from "../outcomes/horizon-weights.ts";
import { timeDependentAuc } from "../outcomes/time-dependent-auc.ts";
import type { OutcomeMetric, RowsPoint } from "../outcome-kinds/outcome-metric.ts";
import { type Interval, isUndefined } from "../result.ts";
import { followed, freedomOf, type SurvivalRows, unmet } from "./survival-rows.ts";

/** Verdicts use the guarded interval below this many effective patients in the smaller class, and below the second near 1. */
const SMALL_CLASS = 20;
const SMALL_CLASS_NEAR_ONE = 50;
const NEAR_ONE = 0.95;

/**
 * AUROC at the horizon from censored follow-up (cumulative cases, dynamic controls).
 *
 * The probability that a patient who has the event by the horizon has a higher score than one known not to have had it;
 * a tie counts one half. Whoever had a competing event by then is a control. Each patient is weighted by the inverse of
 * the probability of having been followed so long, from the subgroup's own censoring: where subgroups are followed
 * differently, one common curve would bias the gap between them.
 *
 * Units       probability, 0 to 1; 0.5 is uninformative. A value below 0.5 is reported as it is.
 * Error       of the influence function, the estimation of the censoring curve included.
 * Interval    logit scale, t on degrees of freedom by how many patients carry the error; Newcombe's method 5 on effective
 *             patients, flagged FALLBACK_INTERVAL, where the error is 0. Guarded: the union of both where a class is small.
 * Undefined   ONE_CLASS without an event by the horizon or without anybody free of it; FOLLOW_UP_TOO_SHORT;
 *             WEIGHTED_ROWS.
 *
 * @see Blanche, Dartigues & Jacqmin-Gadda (2013) Stat Med 32:5381-5397, doi:10.1002/sim.5958.
 */
export const timeDependentAucMetric: OutcomeMetric<SurvivalRows> = {
  id: "timeDependentAuc",
  name: "AUROC at the horizon",
  family: "discrimination",
  unit: "probability",
  range: [0, 1],
  ideal: 1,
  better: "higher",
  uninformative: 0.5,
  thresholded: false,
  headline: true,
  contrast: "difference",
  intervalScale: "logit",
  flagsFewEvents: true,
  requires: { score: "ordinal" },
  source: ["doi:10.1002/sim.5958"],
  point(rows) {
    const fault = unmet(rows, {});
    if (fault !== undefined) return fault;
    const auc = followed(rows, timeDependentAuc(rows.followUp, rows.score, rows.horizon));
    if (isUndefined(auc)) return auc;
    const { value, standardError, influence, flags } = auc;
    // Of a score that separates cases from controls the error is 0 but for rounding.
    if (!(value > 0 && value < 1))
      return { value, standardError: 0, influence, flags: [...flags, "FALLBACK_INTERVAL"] };
    return { value, standardError, influence, ...freedomOf(influence), flags };
  },
  interval: (rows, point, level) => logitInterval(point, level) ?? withoutVariance(rows, point, level),
  guardedInterval(rows, point, level) {
    const { cases, controls } = effective(rows);
    const smaller = Math.min(cases, controls);
    if (!(smaller < SMALL_CLASS || (point.value > NEAR_ONE && smaller < SMALL_CLASS_NEAR_ONE))) return undefined;
    const score = withoutVariance(rows, point, level);
    const ordinary = logitInterval(point, level) ?? score;
    return {
      low: Math.min(ordinary.low, score.low),
      high: Math.max(ordinary.high, score.high),
      level,
      method: "guarded",
    };
  },
};

function withoutVariance(rows: SurvivalRows, { value }: RowsPoint, level: number): Interval {
  const { cases, controls } = effective(rows);
  return { ...newcombe5(value, cases, controls, level), level, method: "newcombe-5" };
}

/** Kish's effective patients of each class: (Σw)²/Σw². */
function effective(rows: SurvivalRows): { readonly cases: number; readonly controls: number } {
  const at = horizonWeights(rows.followUp, rows.score, rows.horizon);
  if (isUndefined(at)) return { cases: 0, controls: 0 };
  const sums = [
    [0, 0],
    [0, 0],
  ] as [[number, number], [number, number]];
  for (let i = 0; i < at.outcome.length; i++) {
    const of = at.outcome[i]!;
    if (of !== 0 && of !== 1) continue;
    sums[of][0] += at.weight[i]!;
    sums[of][1] += at.weight[i]! ** 2;
  }
  const [controls, cases] = sums.map(([w, w2]) => (w2 > 0 ? w ** 2 / w2 : 0)) as [number, number];
  return { cases, controls };
}
