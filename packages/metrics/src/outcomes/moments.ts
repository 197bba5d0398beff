import { sum } from "../numeric/sum.ts";

export function mean(values: Float64Array): number {
  return sum(values) / values.length;
}

/** Σ (a − ā)(b − b̄): centred first, so that a large mean does not drown the spread. */
export function centredProduct(a: Float64Array, b: Float64Array): number {
  const meanOfA = mean(a);
  const meanOfB = mean(b);
  return sum(a.map((value, i) => (value - meanOfA) * (b[i]! - meanOfB)));
}

/** Pearson's correlation; `undefined` where either is constant. */
export function correlation(a: Float64Array, b: Float64Array): number | undefined {
  const spread = Math.sqrt(centredProduct(a, a)) * Math.sqrt(centredProduct(b, b));
  return spread > 0 ? Math.max(-1, Math.min(1, centredProduct(a, b) / spread)) : undefined;
}

/** Whether every value is the first one. */
export function constant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

/** Standard error from what each of n independent rows moved a value by: √(n/(n − 1) · Σ influence²). */
export function errorOf(influence: Float64Array): number {
  const n = influence.length;
  let squares = 0;
  for (const u of influence) squares += u * u;
  return Math.sqrt((squares * n) / (n - 1));
}
