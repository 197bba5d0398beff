import type { Draw } from "./draw.ts";
import { PURPOSES } from "./purposes.ts";
import { randomStream } from "./random-stream.ts";

/**
 * The ordinary bootstrap: as many rows as there are, drawn with replacement, rows of an entry being alike.
 *
 * `counts`   rows of each entry (all 1 where entries are rows)
 * `strata`   stratum of each entry: each stratum keeps its number of rows. Stratify by subgroup for contrasts, so that
 *            no replicate loses one; by outcome only where sampling was.
 * Assumes    rows are independent: where patients repeat use `clusterDraw`.
 *
 * @see Efron & Tibshirani (1993) An Introduction to the Bootstrap.
 */
export function multinomialDraw(
  counts: ArrayLike<number>,
  { seed, strata }: { readonly seed: number; readonly strata?: ArrayLike<number> },
): Draw {
  const lists = rowsByStratum(counts, strata);
  return (replicate, attempt, multiplicity) => {
    const stream = randomStream(seed, replicate, PURPOSES.bootstrap, attempt);
    multiplicity.fill(0);
    for (const entryOf of lists)
      for (let i = 0; i < entryOf.length; i++) multiplicity[entryOf[stream.index(entryOf.length)]!]! += 1;
    return true;
  };
}

/** For each stratum in ascending order: the entry of each of its rows. */
function rowsByStratum(counts: ArrayLike<number>, strata: ArrayLike<number> | undefined): Uint32Array[] {
  const byStratum = new Map<number, number[]>();
  for (let e = 0; e < counts.length; e++) {
    const rows = counts[e]!;
    if (!(Number.isInteger(rows) && rows >= 0)) throw new RangeError(`entry ${e} counts ${rows} rows`);
    const stratum = strata?.[e] ?? 0;
    const list = byStratum.get(stratum) ?? [];
    byStratum.set(stratum, list);
    for (let r = 0; r < rows; r++) list.push(e);
  }
  return [...byStratum.keys()].sort((a, b) => a - b).map((s) => Uint32Array.from(byStratum.get(s)!));
}
