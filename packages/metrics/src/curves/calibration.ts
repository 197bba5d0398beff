import { curveAt, flexibleCalibration } from "../calibration/flexible-calibration.ts";
import { logOddsOf } from "../calibration/predictions.ts";
import type { Curve } from "../curve.ts";
import { totalsOf } from "../inference/totals.ts";
import { expit } from "../numeric/logit.ts";
import { countedQuantile } from "../numeric/spline.ts";
import { gathered } from "../inference/gathered.ts";
import { isUndefined } from "../result.ts";
import { loessAt } from "../calibration/loess-at.ts";
import { evenlySpaced } from "./evenly-spaced.ts";

const CELLS = 300;

/**
 * Calibration curve: smoothed observed risk against predicted risk, with a pointwise band.
 *
 * On the diagonal the predictions are right; below it the patients had fewer events than predicted. Drawn only between
 * the 1st and 99th centile of the predictions: beyond them it is extrapolation.
 *
 * Columns     predicted, observed, low, high, loess; 101 equally spaced predictions. `loess` is the same curve by another
 *             smoother, for comparison: where the two part, the shape is the smoother's.
 * Band        logit ± z × standard error; pointwise, so that 1 in 20 of the points may leave it by chance. Where patients
 *             have several rows, by the jackknife over blocks of them.
 * Flags       FEW_EVENTS, FEW_NON_EVENTS below 100 of either; 200 of each are advised.
 * Undefined   below 10 events or non-events; with one prediction for all; under separation.
 *
 * @see Austin & Steyerberg (2014) Stat Med 33:517-535; Van Calster et al (2016) J Clin Epidemiol 74:167-176.
 */
export const calibrationCurve: Curve = {
  id: "calibrationCurve",
  name: "Calibration curve",
  x: "predicted",
  y: "observed",
  requires: { score: "probability", events: 10, nonEvents: 10, distinct: 2 },
  source: ["doi:10.1002/sim.5941", "doi:10.1016/j.jclinepi.2015.12.005"],
  points(counts, { level }) {
    const curve = flexibleCalibration(counts);
    if (isUndefined(curve)) return curve;
    const { rows, weight } = totalsOf(counts);
    const share = counts.positives.map((n, i) => (n + counts.negatives[i]!) * (rows / weight));
    // Through the log odds, which have moved predictions of exactly 0 and 1 to where the curve can be had.
    const risks = logOddsOf(counts).logOdds.map(expit);
    const predicted = evenlySpaced(countedQuantile(risks, 0.01, share), countedQuantile(risks, 0.99, share));
    const { observed, low, high } = curveAt(curve, predicted, level);
    return {
      columns: {
        predicted,
        observed: [...observed],
        low: [...low],
        high: [...high],
        loess: loessAt(counts, predicted),
      },
      flags: curve.flags,
    };
  },
  jackknifed: {
    scale: "logit",
    at: (whole, predicted) => {
      // The error asks for no more than means of neighbouring scores; knots are the whole's.
      const curve = flexibleCalibration(whole);
      if (isUndefined(curve)) return () => curve;
      const options = curve.knots.length === 0 ? {} : { at: curve.knots };
      return (left) => {
        const found = flexibleCalibration(gathered(left, CELLS).counts, options);
        return isUndefined(found) ? found : curveAt(found, predicted, 0.5).observed;
      };
    },
  },
};
