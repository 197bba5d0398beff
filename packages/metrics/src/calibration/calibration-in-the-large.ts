import { totalsOf } from "../inference/totals.ts";
import { waldInterval } from "../inference/wald.ts";
import type { Metric } from "../metric.ts";
import { isUndefined } from "../result.ts";
import { profileOfIntercept } from "./profile-likelihood.ts";
import { recalibrateIntercept } from "./recalibration.ts";

/** Below this many events, or non-events, ± z standard errors is a poor interval for a logistic coefficient. */
export const FEW_FOR_WALD = 50;

/**
 * Calibration-in-the-large: the shift, in log odds, that makes the predictions right on average.
 *
 * Above 0 the model predicts too low for these patients, below 0 too high. It is the intercept of a logistic fit with
 * the log odds of the predictions as offset (slope held at 1); the intercept of the two-parameter fit is another number.
 *
 * Units       log odds; 0 is ideal.
 * Error       from the information (linearised where weighted); profile likelihood below 50 events or non-events.
 * Undefined   with one class only; where scores are not probabilities.
 *
 * @see Cox (1958) Biometrika 45:562-565; Van Calster et al (2016) J Clin Epidemiol 74:167-176.
 */
export const calibrationInTheLarge: Metric = {
  id: "calibrationInTheLarge",
  name: "Calibration-in-the-large",
  family: "calibration",
  unit: "log-odds",
  range: [-Infinity, Infinity],
  ideal: 0,
  better: "towards-ideal",
  thresholded: false,
  headline: true,
  monotoneInvariant: false,
  intervalScale: "identity",
  contrast: "difference",
  requires: { score: "probability", events: 1, nonEvents: 1 },
  source: ["doi:10.1093/biomet/45.3-4.562", "doi:10.1016/j.jclinepi.2015.12.005"],
  point(counts) {
    const fit = recalibrateIntercept(counts);
    return isUndefined(fit) ? fit : { value: fit.intercept, standardError: fit.standardError, flags: fit.flags };
  },
  interval(counts, point, level) {
    const { events, nonEvents } = totalsOf(counts);
    if (counts.weighted === undefined && Math.min(events, nonEvents) < FEW_FOR_WALD) {
      const fit = recalibrateIntercept(counts);
      if (!isUndefined(fit)) return profileOfIntercept(counts, { value: fit.intercept, ...fit }, level);
    }
    return waldInterval(point.value, point.standardError ?? 0, level);
  },
};
