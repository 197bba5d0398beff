import type { ScoreCounts } from "@auscult/core";
import { corpDecomposition } from "../calibration/corp.ts";
import { logOddsOf } from "../calibration/predictions.ts";
import { underPerfectCalibration } from "../calibration/under-perfect-calibration.ts";
import type { Curve } from "../curve.ts";
import { gathered } from "../inference/gathered.ts";
import { totalsOf } from "../inference/totals.ts";
import { isotonicRegression } from "../numeric/isotonic.ts";
import { expit } from "../numeric/logit.ts";
import { countedQuantile } from "../numeric/spline.ts";
import { isUndefined } from "../result.ts";
import { evenlySpaced } from "./evenly-spaced.ts";

/** More distinct scores are gathered for the simulations. */
const CELLS = 300;

/**
 * Isotonic calibration curve (CORP): the share of events at each place in the ranking, made non-decreasing, with the band
 * in which it would lie by chance alone were every prediction right. No bins, no smoothing, no choices.
 *
 * Outside the band the predictions are wrong there; inside it they may be right. Drawn between the 1st and 99th centile.
 *
 * Columns     predicted, observed, low, high; 101 equally spaced predictions.
 * Band        consistency, pointwise: quantiles of the curve over simulated outcomes y ~ Bernoulli(p). Null without a
 *             seed, and where rows are weighted or patients have several.
 * Undefined   with one class only; with one prediction for all.
 *
 * @see Dimitriadis, Gneiting & Jordan (2021) Proc Natl Acad Sci 118:e2016191118.
 */
export const calibrationIsotonic: Curve = {
  id: "calibrationIsotonic",
  name: "Isotonic calibration curve (CORP)",
  x: "predicted",
  y: "observed",
  requires: { score: "probability", events: 1, nonEvents: 1, distinct: 2 },
  source: ["doi:10.1073/pnas.2016191118"],
  points(counts, { level, bootstrap }) {
    const corp = corpDecomposition(counts);
    if ("status" in corp) return corp;
    const { rows, weight } = totalsOf(counts);
    const share = counts.positives.map((n, i) => (n + counts.negatives[i]!) * (rows / weight));
    const { logOdds, flags } = logOddsOf(counts);
    const risks = logOdds.map(expit);
    const predicted = evenlySpaced(countedQuantile(risks, 0.01, share), countedQuantile(risks, 0.99, share));
    const band = bootstrap === undefined ? undefined : consistency(counts, predicted, { ...bootstrap, level });
    return {
      columns: {
        predicted,
        observed: stepsAt(counts.score, corp.recalibrated, predicted),
        low: predicted.map((_, i) => band?.[i]?.low ?? null),
        high: predicted.map((_, i) => band?.[i]?.high ?? null),
      },
      flags,
    };
  },
};

interface Limits {
  readonly low: number;
  readonly high: number;
}

function consistency(
  counts: ScoreCounts,
  predicted: readonly number[],
  options: { readonly seed: number; readonly replicates: number; readonly level: number },
): (Limits | undefined)[] | undefined {
  const { counts: cells } = gathered(counts, CELLS);
  const found = underPerfectCalibration(
    cells,
    ({ counts: drawn }) => {
      const mass = drawn.positives.map((n, i) => n + drawn.negatives[i]!);
      const fitted = isotonicRegression(
        drawn.positives.map((n, i) => n / mass[i]!),
        mass,
      );
      return stepsAt(drawn.score, fitted, predicted);
    },
    options,
  );
  return isUndefined(found)
    ? undefined
    : found.map((of) => (isUndefined(of) ? undefined : { low: of.lower, high: of.upper }));
}

/** A function of the score that is constant from each score to the next, at predictions that ascend. */
function stepsAt(score: Float64Array, value: Float64Array, predicted: readonly number[]): number[] {
  let at = 0;
  return predicted.map((p) => {
    while (at < score.length - 1 && score[at + 1]! <= p) at += 1;
    return value[at]!;
  });
}
