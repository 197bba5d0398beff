import type { ScoreCounts } from "@auscult/core";

/** A function of counts that remembers its answers for as long as the counts are: they are never changed. */
export function oncePerCounts<T extends object>(of: (counts: ScoreCounts) => T): (counts: ScoreCounts) => T {
  const known = new WeakMap<ScoreCounts, T>();
  return (counts) => {
    const before = known.get(counts);
    if (before !== undefined) return before;
    const found = of(counts);
    known.set(counts, found);
    return found;
  };
}
