import { incompleteBetaOf } from "./beta.ts";
import { chiSquaredUpperTail } from "./chi-squared.ts";

/** P(F > x) of the F distribution; `df2` may be Infinity (then df1 F is chi-squared). */
export function fUpperTail(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  if (df2 === Infinity) return chiSquaredUpperTail(df1 * x, df1);
  const ratio = (df1 / df2) * x;
  if (ratio === Infinity) return 0;
  return incompleteBetaOf(1 / (1 + ratio), ratio / (1 + ratio), df2 / 2, df1 / 2);
}
