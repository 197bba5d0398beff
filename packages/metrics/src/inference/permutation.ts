import type { Undefined } from "../result.ts";
import { PURPOSES } from "./purposes.ts";
import { randomStream } from "./random-stream.ts";

/** A Monte-Carlo permutation test. */
export interface Permutation {
  /** (1 + permutations at least as extreme) / (1 + permutations): never 0. */
  readonly p: number;
  /** What p would vary by with another seed. */
  readonly monteCarloError: number;
  readonly permutations: number;
}

/**
 * How often a statistic is at least as large when labels are dealt anew within strata.
 *
 * `labels`     e.g. the subgroup of each row; dealt anew, so that each stratum keeps how many it has of each
 * `strata`     stratum of each row, e.g. its outcome (and need): only rows alike in it exchange labels
 * `statistic`  larger is more extreme; where it is undefined in a permutation, that permutation counts as extreme
 * Undefined    where the statistic is undefined in the data.
 * Assumes      rows of one stratum are exchangeable if the hypothesis holds: not so where patients repeat.
 *
 * @see Phipson & Smyth (2010) Stat Appl Genet Mol Biol 9:39, on why p is never 0.
 */
export function permutationTest(
  labels: Uint32Array,
  strata: ArrayLike<number>,
  statistic: (labels: Uint32Array) => number | Undefined,
  { seed, permutations }: { readonly seed: number; readonly permutations: number },
): Permutation | Undefined {
  const observed = statistic(labels);
  if (typeof observed !== "number") return observed;
  const members = new Map<number, number[]>();
  for (let i = 0; i < labels.length; i++) {
    const list = members.get(strata[i]!) ?? [];
    members.set(strata[i]!, list);
    list.push(i);
  }
  const lists = [...members.keys()].sort((a, b) => a - b).map((stratum) => members.get(stratum)!);
  // Sums in another order differ in the last digits: what is equal but for those counts as equal.
  const atLeast = observed - 1e-12 * Math.max(1, Math.abs(observed));
  let extreme = 0;
  for (let replicate = 0; replicate < permutations; replicate++) {
    const stream = randomStream(seed, replicate, PURPOSES.permutation);
    const dealt = Uint32Array.from(labels);
    for (const list of lists) {
      for (let i = list.length - 1; i > 0; i--) {
        const a = list[i]!;
        const b = list[stream.index(i + 1)]!;
        [dealt[a], dealt[b]] = [dealt[b]!, dealt[a]!];
      }
    }
    const value = statistic(dealt);
    if (typeof value !== "number" || value >= atLeast) extreme += 1;
  }
  const p = permutationPValue(extreme, permutations);
  return { p, monteCarloError: Math.sqrt((p * (1 - p)) / (permutations + 1)), permutations };
}

/** (1 + permutations at least as extreme) / (1 + permutations). */
export function permutationPValue(extreme: number, permutations: number): number {
  return (1 + extreme) / (1 + permutations);
}
