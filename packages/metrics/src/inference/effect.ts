import { studentTQuantile, studentTUpperTail } from "../numeric/student-t.ts";
import type { Interval } from "../result.ts";

/** A contrast or a coefficient with what is known of its error; 0 means no effect. */
export interface Effect {
  readonly value: number;
  /** `null` where it cannot be had (one cluster, one row); 0 where nothing varied. */
  readonly standardError: number | null;
  /** `null` where the error is 0 or unknown: never an interval of zero width. */
  readonly interval: Interval | null;
  /** Two-sided, against 0. */
  readonly p: number | null;
  /** Of the t distribution; Infinity for the normal. */
  readonly degreesOfFreedom: number;
}

/** value ± quantile × √variance, by Student's t on `degreesOfFreedom` (Infinity: the normal). */
export function effectOf(
  value: number,
  variance: number,
  { level, degreesOfFreedom = Infinity }: { readonly level: number; readonly degreesOfFreedom?: number },
): Effect {
  if (!(variance >= 0 && variance < Infinity) || !(degreesOfFreedom > 0)) {
    return { value, standardError: null, interval: null, p: null, degreesOfFreedom };
  }
  const spread = Math.sqrt(variance);
  // What is left when equal numbers are subtracted is rounding, not error.
  const standardError = spread <= 1e-13 * Math.abs(value) ? 0 : spread;
  if (standardError === 0) return { value, standardError, interval: null, p: null, degreesOfFreedom };
  const reach = studentTQuantile(0.5 + level / 2, degreesOfFreedom) * standardError;
  const method = degreesOfFreedom === Infinity ? "wald" : "t";
  return {
    value,
    standardError,
    interval: { low: value - reach, high: value + reach, level, method },
    p: 2 * studentTUpperTail(Math.abs(value) / standardError, degreesOfFreedom),
    degreesOfFreedom,
  };
}
