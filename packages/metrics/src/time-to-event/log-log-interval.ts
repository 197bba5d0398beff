import { normalQuantile } from "../numeric/normal.ts";
import type { Interval } from "../result.ts";

/**
 * Interval of a risk on the scale of log(−log(1 − risk)), which keeps it inside 0 to 1; none at 0 or 1.
 *
 * @see Kalbfleisch & Prentice (2002) The Statistical Analysis of Failure Time Data, ch. 1.
 */
export function logLogInterval(
  { value, standardError = 0 }: { readonly value: number; readonly standardError?: number },
  level: number,
): Interval | undefined {
  if (!(value > 0 && value < 1 && standardError > 0)) return undefined;
  const hazard = -Math.log1p(-value);
  const reach = (normalQuantile((1 + level) / 2) * standardError) / ((1 - value) * hazard);
  return {
    low: -Math.expm1(-hazard * Math.exp(-reach)),
    high: -Math.expm1(-hazard * Math.exp(reach)),
    level,
    method: "log-log",
  };
}
