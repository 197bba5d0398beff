import type { Draw } from "./draw.ts";
import { PURPOSES } from "./purposes.ts";
import { randomStream } from "./random-stream.ts";

/**
 * The cluster bootstrap: whole clusters (patients, blocks of patients, sites) drawn with replacement, all rows of a
 * cluster as often as it was drawn. Nothing is assumed of how rows of one cluster depend on each other.
 *
 * `counts`     rows of each entry; `cluster` the cluster of each entry, 0 to clusters − 1. Clusters without rows are not
 *              drawn.
 * `strata`     stratum of each cluster: each stratum keeps its number of clusters.
 * Assumes      clusters are independent; below about 20 of them the intervals undercover.
 *
 * @see Field & Welsh (2007) J R Stat Soc B 69:369-390.
 */
export function clusterDraw(
  counts: ArrayLike<number>,
  cluster: ArrayLike<number>,
  { seed, strata }: { readonly seed: number; readonly strata?: ArrayLike<number> },
): Draw {
  const occupied = new Set<number>();
  let size = 0;
  for (let e = 0; e < counts.length; e++) {
    if (!(counts[e]! > 0)) continue;
    occupied.add(cluster[e]!);
    size = Math.max(size, cluster[e]! + 1);
  }
  const byStratum = new Map<number, number[]>();
  for (const c of [...occupied].sort((a, b) => a - b)) {
    const stratum = strata?.[c] ?? 0;
    const list = byStratum.get(stratum) ?? [];
    byStratum.set(stratum, list);
    list.push(c);
  }
  const lists = [...byStratum.keys()].sort((a, b) => a - b).map((s) => byStratum.get(s)!);
  const times = new Float64Array(size);
  return (replicate, attempt, multiplicity) => {
    const stream = randomStream(seed, replicate, PURPOSES.clusterBootstrap, attempt);
    times.fill(0);
    for (const list of lists) for (let i = 0; i < list.length; i++) times[list[stream.index(list.length)]!]! += 1;
    for (let e = 0; e < counts.length; e++) multiplicity[e] = counts[e]! * (times[cluster[e]!] ?? 0);
    return true;
  };
}
