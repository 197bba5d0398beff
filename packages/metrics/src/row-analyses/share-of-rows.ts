import type { Cohort } from "@auscult/core";
import { clusteredProportion } from "../data-problems/clustered-proportion.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";
import { wilsonLimits } from "../inference/proportion.ts";

/**
 * The share of some rows that have a property, by Wilson's limits, or where patients have several rows by those of
 * clusters (blocks of patients). Undefined: NO_ROWS.
 */
export function shareOfRows(
  { block, patients }: Pick<Cohort, "block" | "patients">,
  rows: ArrayLike<number>,
  has: (row: number) => boolean,
  { level, assumeIndependent }: { readonly level: number; readonly assumeIndependent: boolean },
): { readonly value: number; readonly interval: Interval | null } | Undefined {
  const n = rows.length;
  if (n === 0) return undefinedBecause("NO_ROWS");
  const hits = new Map<number, number>();
  const of = new Map<number, number>();
  let found = 0;
  for (let i = 0; i < n; i++) {
    const row = rows[i]!;
    const one = has(row) ? 1 : 0;
    const cluster = block?.[row] ?? 0;
    found += one;
    hits.set(cluster, (hits.get(cluster) ?? 0) + one);
    of.set(cluster, (of.get(cluster) ?? 0) + 1);
  }
  if (patients?.repeated !== true || assumeIndependent || block === undefined) {
    const { low, high } = wilsonLimits({ hits: found, rows: n }, level);
    return { value: found / n, interval: { low, high, level, method: "wilson" } };
  }
  const clustered = clusteredProportion([...hits.values()], [...of.values()], level);
  return {
    value: found / n,
    interval: "status" in clustered ? null : { ...clustered.interval, method: "effective-n-wilson" },
  };
}
