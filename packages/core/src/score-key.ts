/** A score as it is compared and counted: -0 is 0, and every NaN is the one that means "no score". */
export function canonicalScore(score: number): number {
  return score === 0 ? 0 : score;
}

/**
 * A score turned round, where a lower one is riskier: a probability p to 1 - p, any other score to its negative.
 *
 * 1 - p is rounded to 15 decimals, so that 0.9 becomes 0.1 and not 0.09999999999999998, which would fall short of a
 * threshold of 0.1. Probabilities that differ by less than 1e-15 are then tied. SQL engines write the same expression.
 */
export function turnedRound(score: number, kind: "probability" | "ordinal"): number {
  return canonicalScore(kind === "probability" ? Math.round((1 - score) * 1e15) / 1e15 : -score);
}
