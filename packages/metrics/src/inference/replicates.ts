import { isUndefined, type Undefined } from "../result.ts";
import type { Draw } from "./draw.ts";

/** A statistic of a resample: one number or several, or undefined where the resample lacks, say, a class. */
export type ResampledStatistic = (multiplicity: Float64Array) => readonly number[] | Undefined;

/** Replicates `from` to `to - 1` of a vector of statistics. */
export interface Replicates {
  readonly from: number;
  readonly to: number;
  /** `values[k][i]`: statistic k in replicate `from + i`; NaN where it could not be had in any attempt. */
  readonly values: readonly Float64Array[];
  /** Replicates that had to be drawn more than once, and those that could not be had at all. */
  readonly redrawn: number;
  readonly dropped: number;
}

/** A replicate without, say, a single event is drawn anew at most this often. */
const ATTEMPTS = 100;

/**
 * Replicates `from` (inclusive) to `to` (exclusive), each from its own address: any partition of a range over workers,
 * put together by `joinReplicates`, gives the same numbers as one call.
 *
 * `units` is the number of entries resampled. A replicate whose statistic is undefined (or NaN) is drawn anew, counted
 * in `redrawn`; if 100 attempts fail it is counted in `dropped`.
 */
export function replicates(
  draw: Draw,
  units: number,
  statistic: ResampledStatistic,
  from: number,
  to: number,
): Replicates {
  const multiplicity = new Float64Array(units);
  const rows: (readonly number[] | undefined)[] = [];
  let redrawn = 0;
  let dropped = 0;
  for (let replicate = from; replicate < to; replicate++) {
    let found: readonly number[] | undefined;
    for (let attempt = 0; attempt < ATTEMPTS && found === undefined; attempt++) {
      if (!draw(replicate, attempt, multiplicity)) break;
      if (attempt === 1) redrawn += 1;
      const value = statistic(multiplicity);
      if (!isUndefined(value) && !value.some(Number.isNaN)) found = value;
    }
    if (found === undefined) dropped += 1;
    rows.push(found);
  }
  const width = rows.find((row) => row !== undefined)?.length ?? 0;
  const values = Array.from({ length: width }, (_, k) => Float64Array.from(rows, (row) => row?.[k] ?? Number.NaN));
  return { from, to, values, redrawn, dropped };
}

/** Adjoining ranges of replicates as one, whatever order they were made in. */
export function joinReplicates(parts: readonly Replicates[]): Replicates {
  const ordered = [...parts].sort((a, b) => a.from - b.from);
  const width = Math.max(0, ...ordered.map((part) => part.values.length));
  for (const [i, part] of ordered.entries()) {
    const before = ordered[i - 1];
    if (before !== undefined && before.to !== part.from)
      throw new RangeError(`replicates ${before.to} to ${part.from} are missing or doubled`);
  }
  const columns = Array.from({ length: width }, (_, k) =>
    Float64Array.from(
      ordered.flatMap((part) => [...(part.values[k] ?? new Float64Array(part.to - part.from).fill(Number.NaN))]),
    ),
  );
  return {
    from: ordered[0]?.from ?? 0,
    to: ordered.at(-1)?.to ?? 0,
    values: columns,
    redrawn: ordered.reduce((n, part) => n + part.redrawn, 0),
    dropped: ordered.reduce((n, part) => n + part.dropped, 0),
  };
}
