import type { ScoreCounts } from "@auscult/core";
import { loess } from "../numeric/loess.ts";
import { type CountedPoints, lowess } from "../numeric/lowess.ts";
import { type CalibrationErrors, calibrationErrors } from "./calibration-errors.ts";

/** Share of events at each distinct prediction, with its rows. */
function sharesAt({ score, positives, negatives }: ScoreCounts): CountedPoints {
  const count = positives.map((events, i) => events + negatives[i]!);
  return { x: score, y: positives.map((events, i) => events / count[i]!), count };
}

/**
 * ICI, E50, E90 and Emax from a lowess curve (span 2/3, no robustness iterations) or a loess one (degree 2, span 0.75,
 * direct), for comparison with published values; the spline is the default. Both take k × n time.
 *
 * @see Austin & Steyerberg (2019) Stat Med 38:4051-4065; Cleveland (1979) J Am Stat Assoc 74:829-836.
 */
export function smoothedCalibrationErrors(counts: ScoreCounts, smoother: "lowess" | "loess"): CalibrationErrors {
  return calibrationErrors(counts, (smoother === "lowess" ? lowess : loess)(sharesAt(counts)));
}
