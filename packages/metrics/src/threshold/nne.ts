import type { Metric } from "../metric.ts";
import { scaleInterval } from "../inference/scale-interval.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { isUndefined, undefinedBecause } from "../result.ts";
import { ppv } from "./ppv.ts";

/**
 * Number needed to evaluate: patients flagged for each one who has the outcome, 1 / PPV.
 *
 * Interval: Wilson's of the PPV, turned over; without a true positive among the flagged it has no upper limit and the
 * number itself is undefined (ZERO_DENOMINATOR).
 *
 * @see Romero-Brufau et al. (2015) Crit Care 19:285, doi:10.1186/s13054-015-0999-1.
 */
export const nne: Metric = {
  ...ppv,
  id: "nne",
  name: "Number needed to evaluate",
  unit: "patients",
  range: [1, Infinity],
  ideal: 1,
  better: "lower",
  intervalScale: "log",
  contrast: "ratio",
  source: ["doi:10.1186/s13054-015-0999-1"],
  point(counts, at) {
    const share = ppv.point(counts, at);
    if (isUndefined(share)) return share;
    if (share.value === 0) return undefinedBecause("ZERO_DENOMINATOR");
    const error = share.standardError;
    return { value: 1 / share.value, ...(error === undefined ? {} : { standardError: error / share.value ** 2 }) };
  },
  interval(counts, _point, level, at) {
    const share = ppv.point(counts, at);
    if (isUndefined(share)) return undefined;
    const of = scaleInterval(share, ppv, {
      level,
      critical: studentTQuantile((1 + level) / 2, share.degreesOfFreedom ?? Infinity),
    });
    return of === undefined ? undefined : { low: 1 / of.high, high: 1 / of.low, level, method: of.method };
  },
};
