import { normalQuantile } from "../numeric/normal.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { aalenJohansen } from "./aalen-johansen.ts";
import { type FollowUp, pick, rowsWithAll } from "./follow-up.ts";

export interface ObservedExpectedRisk {
  readonly observed: number;
  readonly observedStandardError: number;
  readonly expected: number;
  readonly value: number;
  /** On the log scale, the expected risk taken as known; absent where no event was observed. */
  readonly interval?: { readonly low: number; readonly high: number };
}

/**
 * Observed over expected risk by a horizon, from censored follow-up: Aalen-Johansen (one minus Kaplan-Meier where there
 * are no competing events) over the mean predicted risk. Above 1 the model predicts too few events.
 *
 * Undefined   NO_ROWS; NOT_A_PROBABILITY where a predicted risk lies outside [0, 1]; ZERO_DENOMINATOR where every one is
 *             0, or where follow-up ends before the horizon.
 *
 * @see Crowson, Atkinson & Therneau (2016) Stat Methods Med Res 25:1692-1706; McLernon et al. (2023) Ann Intern Med 176:105-114.
 */
export function observedExpectedRisk(
  followUp: FollowUp,
  risk: ArrayLike<number>,
  horizon: number,
  level: number,
): ObservedExpectedRisk | Undefined {
  const rows = rowsWithAll(followUp.time, followUp.status, risk);
  if (rows.length === 0) return undefinedBecause("NO_ROWS");
  const predicted = pick(risk, rows);
  if (predicted.some((p) => p < 0 || p > 1)) return undefinedBecause("NOT_A_PROBABILITY");
  const observed = aalenJohansen({ time: pick(followUp.time, rows), status: pick(followUp.status, rows) }, horizon);
  if (isUndefined(observed)) return observed;
  const expected = predicted.reduce((a, b) => a + b, 0) / rows.length;
  if (expected === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const value = observed.risk / expected;
  const common = {
    observed: observed.risk,
    observedStandardError: observed.standardError,
    expected,
    value,
  };
  if (observed.risk === 0 || observed.standardError === 0) return common;
  const factor = Math.exp(normalQuantile((1 + level) / 2) * (observed.standardError / observed.risk));
  return { ...common, interval: { low: value / factor, high: value * factor } };
}
