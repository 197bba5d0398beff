import { PURPOSES } from "../inference/purposes.ts";
import { randomStream } from "../inference/random-stream.ts";
import { quantile7 } from "../numeric/quantile.ts";

/**
 * Values of an amount at which a model is asked, ascending: the values themselves where they are at most `bins` and each
 * has `support` rows (others are left out), otherwise edges of bins of about equally many rows, from the value that `support`
 * rows do not exceed to the one that as many reach. NaN is passed over. Empty where there is no such support; the
 * outermost values, which are single patients', are never among them.
 */
export function supportedGrid(values: Float64Array, bins: number, support: number): number[] {
  const known = values.filter((v) => !Number.isNaN(v)).sort();
  const counts = new Map<number, number>();
  for (const v of known) counts.set(v, (counts.get(v) ?? 0) + 1);
  if (counts.size <= bins) return [...counts].filter(([, n]) => n >= support).map(([v]) => v);
  if (known.length < 2 * support) return [];
  const low = known[support - 1]!;
  const high = known[known.length - support]!;
  const most = Math.min(bins, Math.floor(known.length / support));
  const edges = Array.from({ length: most + 1 }, (_, k) => quantile7(known, k / most));
  const kept = [low, ...edges.filter((edge) => edge > low && edge < high), high];
  return [...new Set(kept)];
}

/** At most `most` of the rows that have a score, ascending; drawn without replacement in the order of a seed. */
export function rowsToProbe(score: Float64Array, most: number, seed: number): Uint32Array {
  const scored = Uint32Array.from([...score.keys()].filter((i) => !Number.isNaN(score[i]!)));
  if (scored.length <= most) return scored;
  const stream = randomStream(seed, 0, PURPOSES.probe);
  for (let i = 0; i < most; i++) {
    const j = i + stream.index(scored.length - i);
    [scored[i], scored[j]] = [scored[j]!, scored[i]!];
  }
  return scored.slice(0, most).sort();
}
