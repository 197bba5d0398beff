import type { ScoreCounts } from "@auscult/core";
import { gathered } from "../inference/gathered.ts";
import { resampleInCells } from "../inference/resample-in-cells.ts";
import type { Resample } from "../inference/resampled-counts.ts";
import { sharedStatistic } from "../inference/shared-statistic.ts";
import type { Metric, Point } from "../metric.ts";
import { type Flag, isUndefined, type Undefined } from "../result.ts";
import { type CalibrationErrors, calibrationErrors } from "./calibration-errors.ts";
import { flexibleCalibration } from "./flexible-calibration.ts";
import { heldCurve } from "./held-curve.ts";

type Found = (CalibrationErrors & { readonly flags: readonly Flag[] }) | Undefined;

/** Four metrics read one fit; counts are never mutated, so what it gave is kept for as long as they are. */
const known = new WeakMap<ScoreCounts, Found>();

function errorsOf(counts: ScoreCounts): Found {
  const before = known.get(counts);
  if (before !== undefined) return before;
  const curve = flexibleCalibration(counts);
  const found = isUndefined(curve) ? curve : { ...calibrationErrors(counts, curve.observed), flags: curve.flags };
  known.set(counts, found);
  return found;
}

/** More scores than this are gathered for replicates of the curve. */
const SMOOTH = 300;

/** The errors in resamples of these counts, the knots being theirs; four metrics read one fit of each resample. */
const heldErrors = sharedStatistic((counts): ((resample: Resample) => CalibrationErrors | undefined) => {
  const curve = flexibleCalibration(counts);
  if (isUndefined(curve)) return () => undefined;
  // The curve is smooth: it asks for fewer scores than what else is made of the same resamples.
  const cells = gathered(counts, SMOOTH, { cellsOf: 60, towardsTheEnd: 0.15 });
  const coarse = resampleInCells(cells);
  const observed = heldCurve(cells.counts, curve);
  return (resample) => {
    const own = coarse(resample);
    const fitted = observed(own);
    return fitted === undefined ? undefined : calibrationErrors(own.counts, fitted);
  };
});

function errorOf(counts: ScoreCounts, which: keyof CalibrationErrors): Point | Undefined {
  const found = errorsOf(counts);
  return isUndefined(found) ? found : { value: found[which], flags: found.flags };
}

function curveError(id: string, name: string, which: keyof CalibrationErrors): Metric {
  return {
    id,
    name,
    family: "calibration",
    unit: "probability",
    range: [0, 1],
    ideal: 0,
    better: "lower",
    thresholded: false,
    headline: true,
    monotoneInvariant: false,
    intervalScale: "identity",
    resampled: {
      interval: "debiased",
      scale: "squared",
      chance: true,
      held: (counts) => {
        const errors = heldErrors(counts);
        return (resample) => errors(resample)?.[which] ?? Number.NaN;
      },
      ...(which === "eMax" ? { smooth: false } : {}),
    },
    contrast: "difference",
    requires: { score: "probability", events: 10, nonEvents: 10, distinct: 2 },
    intervalRequires: { events: 100, nonEvents: 100 },
    source: ["doi:10.1002/sim.8281"],
    point: (counts) => errorOf(counts, which),
  };
}

/**
 * Integrated calibration index: the mean distance between the predicted risk and the smoothed observed risk.
 *
 * 0.03 means that predictions are off by 3 percentage points for the average patient. It can only be 0 or more, so chance
 * alone makes it positive, the more so the smaller the subgroup: read it beside its expectation under perfect
 * calibration (`underPerfectCalibration`), and never compare a small subgroup's with a large one's without it.
 *
 * Units       probability, 0 to 1; 0 is ideal. From a restricted cubic spline of the log odds (3 knots below 100
 *             events, 4 to 500, 5 above).
 * Interval    debiased bootstrap, knots held; lower limit 0 where the value is within what chance gives.
 * Undefined   below 10 events or non-events; with one prediction for all; under separation. Flagged below 100.
 *
 * @see Austin & Steyerberg (2019) Stat Med 38:4051-4065.
 */
export const integratedCalibrationIndex = curveError(
  "integratedCalibrationIndex",
  "Integrated calibration index (ICI)",
  "ici",
);

/** E50: half of the patients' predictions lie within this distance of the smoothed observed risk. As the ICI otherwise. */
export const e50 = curveError("e50", "E50 (median calibration error)", "e50");

/** E90: nine in ten patients' predictions lie within this distance of the smoothed observed risk. As the ICI otherwise. */
export const e90 = curveError("e90", "E90 (90th centile of calibration error)", "e90");

/**
 * Emax: the largest distance, over the predictions that occur, between predicted and smoothed observed risk. It hangs on
 * the few most extreme predictions, so that resampling alone misleads: no interval where patients repeat or rows are
 * weighted. As the ICI otherwise.
 */
export const eMax = curveError("eMax", "Emax (largest calibration error)", "eMax");
