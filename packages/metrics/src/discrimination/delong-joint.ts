import { EVENT, NON_EVENT } from "@auscult/core";
import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { cholesky, solveCholesky } from "../numeric/linear-algebra.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { covariance } from "./delong-paired.ts";
import { rowPlacements } from "./row-placements.ts";

export interface JointDeLong {
  readonly values: readonly number[];
  /** Of the AUROCs, DeLong's. */
  readonly covariance: readonly (readonly number[])[];
  /** That all AUROCs are the same; absent where the scores' differences are linearly dependent. */
  readonly test?: { readonly chiSquared: number; readonly degreesOfFreedom: number; readonly p: number };
}

/**
 * Several scores on the same patients: whether any AUROC differs from the others, in one test.
 *
 * Rows that lack a score or an outcome (1 event, 0 non-event) are left out. Undefined and assumed as for two scores.
 *
 * @see DeLong, DeLong & Clarke-Pearson (1988) Biometrics 44:837-845, their equation 5 with contrasts to the last score.
 */
export function delongJoint(scores: readonly ArrayLike<number>[], outcome: ArrayLike<number>): JointDeLong | Undefined {
  const rows = Array.from(outcome, (_, i) => i).filter(
    (i) => (outcome[i] === EVENT || outcome[i] === NON_EVENT) && scores.every((s) => !Number.isNaN(s[i]!)),
  );
  const y = rows.map((i) => outcome[i]!);
  const m = y.filter((v) => v === EVENT).length;
  const n = y.length - m;
  if (m === 0 || n === 0) return undefinedBecause("ONE_CLASS");
  if (m < 2 || n < 2) return undefinedBecause("TOO_FEW_EVENTS");
  const placed = scores.map((score) => {
    const own = rows.map((i) => score[i]!);
    return rowPlacements(own, y);
  });
  const between = placed.map((a) => placed.map((b) => covariance(a, b, y, m, n)));
  const result = { values: placed.map((p) => p.value), covariance: between };
  const test = allEqual(result.values, between);
  return test === undefined ? result : { ...result, test };
}

function allEqual(values: readonly number[], between: readonly (readonly number[])[]): JointDeLong["test"] {
  const last = values.length - 1;
  if (last < 1) return undefined;
  const difference = Float64Array.from({ length: last }, (_, a) => values[a]! - values[last]!);
  const ofDifferences = Array.from({ length: last }, (_, a) =>
    Float64Array.from(
      { length: last },
      (_x, b) => between[a]![b]! - between[a]![last]! - between[last]![b]! + between[last]![last]!,
    ),
  );
  const lower = cholesky(ofDifferences);
  if (lower === undefined) return undefined;
  const solved = solveCholesky(lower, difference);
  const chiSquared = difference.reduce((sum, d, a) => sum + d * solved[a]!, 0);
  return { chiSquared, degreesOfFreedom: last, p: chiSquaredUpperTail(chiSquared, last) };
}
