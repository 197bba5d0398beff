import { gammaQuantile, incompleteGammaUpper } from "./gamma.ts";

/** P(X > x) of the chi-squared distribution. */
export function chiSquaredUpperTail(x: number, df: number): number {
  return x <= 0 ? 1 : incompleteGammaUpper(df / 2, x / 2);
}

/** The x with P(X <= x) = p. */
export function chiSquaredQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}
