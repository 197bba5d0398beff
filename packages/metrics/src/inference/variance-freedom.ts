/**
 * Degrees of freedom of a variance that is a sum of squared contributions, Σz², by Satterthwaite's rule: twice its square
 * over its own estimated variance, Σz⁴ − (Σz²)²/n. At most n − 1.
 *
 * Near n − 1 where contributions are alike; about as many as the rows that matter where few do: with 6 events among 200
 * rows some 5 to 15, and a t quantile of 2.1 to 2.6 where the normal one would cover 0.88 to 0.92.
 *
 * `squares` Σz², `fourths` Σz⁴, over `n` rows (blocks, clusters). NaN where nothing varied.
 *
 * @see Satterthwaite (1946) Biometrics Bull 2:110-114; Pan & Wall (2002) Stat Med 21:1429-1441.
 */
export function varianceFreedom(squares: number, fourths: number, n: number): number {
  if (!(squares > 0)) return Number.NaN;
  const spread = fourths / squares ** 2 - 1 / n;
  return Math.max(1, spread > 0 ? Math.min(2 / spread, n - 1) : n - 1);
}
