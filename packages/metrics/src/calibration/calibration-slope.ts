import { totalsOf } from "../inference/totals.ts";
import { waldInterval } from "../inference/wald.ts";
import type { Metric } from "../metric.ts";
import { isUndefined } from "../result.ts";
import { FEW_FOR_WALD } from "./calibration-in-the-large.ts";
import { profileOfSlope } from "./profile-likelihood.ts";
import { recalibrate } from "./recalibration.ts";

/**
 * Calibration slope: the slope of the outcome on the log odds of the predictions.
 *
 * Below 1 the predictions are too extreme (high risks too high, low risks too low), as an overfitted model's are; above
 * 1 they are too timid. In a subgroup whose predictions span a narrow range it is imprecise, which is not the same as
 * miscalibrated.
 *
 * Units       none; 1 is ideal, 0 means that the predictions say nothing.
 * Error       from the information (linearised where weighted); profile likelihood below 50 events or non-events.
 * Undefined   below 10 events or 10 non-events (with about 10 the slope of a perfect model has an interquartile range of
 *             0.80 to 1.27); with one prediction for all; where predictions part the classes (SEPARATION).
 *
 * @see Cox (1958) Biometrika 45:562-565; Van Calster et al (2019) BMC Med 17:230.
 */
export const calibrationSlope: Metric = {
  id: "calibrationSlope",
  name: "Calibration slope",
  family: "calibration",
  unit: "ratio",
  range: [-Infinity, Infinity],
  ideal: 1,
  better: "towards-ideal",
  uninformative: 0,
  thresholded: false,
  headline: true,
  monotoneInvariant: false,
  intervalScale: "identity",
  contrast: "difference",
  requires: { score: "probability", events: 10, nonEvents: 10, distinct: 2 },
  source: ["doi:10.1093/biomet/45.3-4.562", "doi:10.1186/s12916-019-1466-7"],
  point(counts) {
    const fit = recalibrate(counts);
    return isUndefined(fit) ? fit : { value: fit.slope, standardError: fit.slopeStandardError, flags: fit.flags };
  },
  interval(counts, point, level) {
    const { events, nonEvents } = totalsOf(counts);
    if (counts.weighted === undefined && Math.min(events, nonEvents) < FEW_FOR_WALD) {
      const fit = recalibrate(counts);
      if (!isUndefined(fit)) {
        const { slope: value, slopeStandardError: standardError, logLikelihood } = fit;
        return profileOfSlope(counts, { value, standardError, logLikelihood }, level);
      }
    }
    return waldInterval(point.value, point.standardError ?? 0, level);
  },
};
