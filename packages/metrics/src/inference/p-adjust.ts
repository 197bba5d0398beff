export type Adjustment = "holm" | "hochberg" | "bonferroni" | "bh" | "by";

/**
 * p values adjusted for how many were tested; each in the order given, never above 1 nor below the raw one.
 *
 * holm        family-wise error, any dependence (Holm 1979 Scand J Stat 6:65-70): for claims
 * hochberg    family-wise error, for independent or positively dependent tests (Hochberg 1988 Biometrika 75:800-802)
 * bonferroni  family-wise error, p times their number
 * bh          false discovery rate (Benjamini & Hochberg 1995 JRSS B 57:289-300): for a labelled screen
 * by          false discovery rate, any dependence (Benjamini & Yekutieli 2001 Ann Stat 29:1165-1188)
 *
 * p values outside [0, 1] throw RangeError: a test that could not be done has no p and is left out by the caller.
 */
export function adjustP(p: readonly number[], method: Adjustment): number[] {
  for (const value of p) if (!(value >= 0 && value <= 1)) throw new RangeError(`p value outside 0 to 1: ${value}`);
  const n = p.length;
  if (method === "bonferroni") return p.map((value) => Math.min(1, n * value));
  const ascending = p.map((_, i) => i).sort((a, b) => p[a]! - p[b]! || a - b);
  const harmonic = method === "by" ? p.reduce((sum, _, i) => sum + 1 / (i + 1), 0) : 1;
  const adjusted: number[] = p.map(() => 1);
  if (method === "holm") {
    let least = 0;
    for (const [rank, i] of ascending.entries()) {
      least = Math.max(least, (n - rank) * p[i]!);
      adjusted[i] = Math.min(1, least);
    }
    return adjusted;
  }
  let most = 1;
  for (let rank = n - 1; rank >= 0; rank--) {
    const i = ascending[rank]!;
    most = Math.min(most, method === "hochberg" ? (n - rank) * p[i]! : ((harmonic * n) / (rank + 1)) * p[i]!);
    adjusted[i] = most;
  }
  return adjusted;
}
