import type { Proportion } from "../inference/proportion.ts";
import { type Permutation, permutationTest } from "../inference/permutation.ts";
import { chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";

export interface PearsonTest {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  /** From χ²; from permutations where some expected count is under 5 and permutations were asked for. */
  readonly p: number;
  readonly smallestExpected: number;
  readonly permutation?: Permutation;
}

/**
 * Pearson's test that several subgroups have one proportion.
 *
 * Subgroups without rows are left out. χ² is a poor approximation where an expected count is under 5: give `permutations`
 * and a seed, and p is then that of dealing the rows anew.
 *
 * Undefined  NO_ROWS with fewer than two subgroups that hold rows; ONE_CLASS where all rows or none have the property.
 * Assumes    independent rows.
 *
 * @see Agresti (2013) Categorical Data Analysis, 3.2.
 */
export function pearsonTest(
  groups: readonly Proportion[],
  permutations?: { readonly seed: number; readonly permutations: number },
): PearsonTest | Undefined {
  const filled = groups.filter((g) => g.rows > 0);
  if (filled.length < 2) return undefinedBecause("NO_ROWS");
  const rows = filled.reduce((sum, g) => sum + g.rows, 0);
  const hits = filled.reduce((sum, g) => sum + g.hits, 0);
  if (hits === 0 || hits === rows) return undefinedBecause("ONE_CLASS");
  const p = hits / rows;
  const statistic = (of: readonly Proportion[]): number =>
    of.reduce((sum, g) => sum + (g.hits - g.rows * p) ** 2 / (g.rows * p * (1 - p)), 0);
  const chiSquared = statistic(filled);
  const degreesOfFreedom = filled.length - 1;
  const smallestExpected = Math.min(...filled.map((g) => g.rows * Math.min(p, 1 - p)));
  const asymptotic = { chiSquared, degreesOfFreedom, smallestExpected };
  if (smallestExpected >= 5 || permutations === undefined)
    return { ...asymptotic, p: chiSquaredUpperTail(chiSquared, degreesOfFreedom) };
  const hitsOf = (dealt: Uint32Array): number => {
    const count = new Float64Array(filled.length);
    for (let i = 0; i < hits; i++) count[dealt[i]!]! += 1;
    return statistic(filled.map((g, i) => ({ rows: g.rows, hits: count[i]! })));
  };
  const labels = hitsFirst(filled);
  const permutation = permutationTest(labels, new Uint8Array(labels.length), hitsOf, permutations);
  if (isUndefined(permutation)) return permutation;
  return { ...asymptotic, p: permutation.p, permutation };
}

/** Subgroup of each row, the rows with the property first. */
function hitsFirst(groups: readonly Proportion[]): Uint32Array {
  const repeat = (count: (g: Proportion) => number): number[] =>
    groups.flatMap((g, i) => Array.from({ length: count(g) }, () => i));
  return Uint32Array.from([...repeat((g) => g.hits), ...repeat((g) => g.rows - g.hits)]);
}
