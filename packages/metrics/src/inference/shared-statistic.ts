import type { ScoreCounts } from "@auscult/core";
import type { Resample } from "./resampled-counts.ts";

type OfResample<T> = (resample: Resample) => T;

/**
 * What several metrics read from one resample, made once for each: `make` gets the counts that are resampled, and its
 * answer every resample of them in turn.
 */
export function sharedStatistic<T>(
  make: (counts: ScoreCounts) => OfResample<T>,
): (counts: ScoreCounts) => OfResample<T> {
  const known = new WeakMap<ScoreCounts, OfResample<T>>();
  return (counts) => {
    const before = known.get(counts);
    if (before !== undefined) return before;
    const of = make(counts);
    let last: { readonly resample: Resample; readonly found: T } | undefined;
    const found: OfResample<T> = (resample) => {
      if (last?.resample !== resample) last = { resample, found: of(resample) };
      return last.found;
    };
    known.set(counts, found);
    return found;
  };
}
