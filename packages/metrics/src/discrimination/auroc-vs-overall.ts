import type { ScoreCounts } from "@auscult/core";
import { type ClassTotal, classTotals } from "../class-totals.ts";
import { normalQuantile } from "../numeric/normal.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { delong } from "./delong.ts";
import { placements } from "./placements.ts";

export interface AurocVsOverall {
  readonly group: number;
  readonly overall: number;
  readonly difference: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * AUROC of a subgroup less that of the whole that contains it, with the overlap counted.
 *
 * To treat the two as independent would ignore that they share the subgroup's patients: the standard error of a large
 * subgroup would double and real gaps be hidden. Each patient's influence on the difference is
 * D = 1(in the group)(V_group − A_group)/m_group − (V − A)/m, and var = m/(m−1) ΣD² + n/(n−1) ΣD² over events and
 * non-events. A subgroup that is the whole differs by 0, with a standard error of 0.
 *
 * `overall`    counts of everybody, the subgroup's rows included; a score of `group` that it lacks is a RangeError
 * Undefined    ONE_CLASS where the subgroup lacks events or non-events; TOO_FEW_EVENTS where the whole has one only.
 * Note         against the rest or a stated reference is the better question; the overall AUROC also ranks patients of
 *              different subgroups against each other, so the two are not nested averages.
 *
 * @see methods E2: the influence-function version of DeLong et al. (1988); coverage 0.947 in simulation.
 */
export function aurocVsOverall(group: ScoreCounts, overall: ScoreCounts, level: number): AurocVsOverall | Undefined {
  const ofGroup = classTotals(group);
  const ofAll = classTotals(overall);
  if (ofGroup.events.rows === 0 || ofGroup.nonEvents.rows === 0) return undefinedBecause("ONE_CLASS");
  if (ofAll.events.rows < 2 || ofAll.nonEvents.rows < 2) return undefinedBecause("TOO_FEW_EVENTS");
  const valueOfGroup = delong(group).value;
  const value = delong(overall).value;
  const inGroup = placements(group);
  const inAll = placements(overall);

  const sumOfSquares = (which: "events" | "nonEvents"): number => {
    const total: ClassTotal = ofAll[which];
    const placed = which === "events" ? "ofEvents" : "ofNonEvents";
    const everybody = squares(overall, which);
    const members = squares(group, which);
    let sum = 0;
    let g = 0;
    for (let i = 0; i < overall.score.length; i++) {
      const whole = (inAll[placed][i]! - value) / total.weight;
      let here = 0;
      if (g < group.score.length && group.score[g] === overall.score[i]) {
        here = members[g]!;
        const own = (inGroup[placed][g]! - valueOfGroup) / ofGroup[which].weight;
        if (here > 0) sum += here * (own - whole) ** 2;
        g += 1;
      }
      if (everybody[i]! > here) sum += (everybody[i]! - here) * whole ** 2;
    }
    if (g < group.score.length) throw new RangeError(`the whole lacks the subgroup's score ${group.score[g]}`);
    return (total.rows / (total.rows - 1)) * sum;
  };
  const standardError = Math.sqrt(sumOfSquares("events") + sumOfSquares("nonEvents"));
  const difference = valueOfGroup - value;
  const half = normalQuantile((1 + level) / 2) * standardError;
  return {
    group: valueOfGroup,
    overall: value,
    difference,
    standardError,
    low: difference - half,
    high: difference + half,
  };
}

/** Σw² at each score: the rows where they are not weighted. */
function squares({ positives, negatives, weighted }: ScoreCounts, which: "events" | "nonEvents"): Float64Array {
  return which === "events" ? (weighted?.positiveSquares ?? positives) : (weighted?.negativeSquares ?? negatives);
}
