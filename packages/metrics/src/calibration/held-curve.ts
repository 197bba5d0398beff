import type { ScoreCounts } from "@auscult/core";
import type { Resample } from "../inference/resampled-counts.ts";
import { cholesky, solveCholesky, zeros } from "../numeric/linear-algebra.ts";
import { isUndefined } from "../result.ts";
import { type FlexibleCalibration, splineDesign } from "./flexible-calibration.ts";
import { logisticOnCounts } from "./logistic-on-counts.ts";
import { logOddsOf } from "./predictions.ts";

/** Newton's method from a near start needs 3 to 5 steps; the patient search takes over where it needs more. */
const STEPS = 12;
const SETTLED = 1e-5;

/**
 * The flexible curve of resamples of these counts: knots and clipping as in the data, the search begun at the data's own
 * coefficients. Gives the smoothed risk at each score of the resample, or `undefined` where it has no curve.
 */
export function heldCurve(
  counts: ScoreCounts,
  { knots, fit }: Pick<FlexibleCalibration, "knots" | "fit">,
): (resample: Resample) => Float64Array | undefined {
  const columns = splineDesign(logOddsOf(counts).logOdds, knots);
  const k = columns.length;
  const rows = new Float64Array(k * counts.score.length);
  for (let i = 0; i < counts.score.length; i++) for (let j = 0; j < k; j++) rows[i * k + j] = columns[j]![i]!;
  return (resample) => near(rows, resample, fit.coefficients) ?? patient(columns, resample);
}

function patient(columns: readonly Float64Array[], { counts, at }: Resample): Float64Array | undefined {
  const own = columns.map((column) => Float64Array.from(at, (i) => column[i]!));
  const found = logisticOnCounts(counts, own);
  return isUndefined(found) ? undefined : found.fitted;
}

/** Plain Newton steps; `undefined` where they do not settle or leave the reach of a sound fit. */
function near(rows: Float64Array, { counts, at }: Resample, start: Float64Array): Float64Array | undefined {
  const k = start.length;
  const n = at.length;
  const { positives, negatives } = counts;
  const beta = Float64Array.from(start);
  const gradient = new Float64Array(k);
  const fitted = new Float64Array(n);
  const information = zeros(k);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    for (const line of information) line.fill(0);
    let furthest = 0;
    for (let i = 0; i < n; i++) {
      const from = at[i]! * k;
      let eta = 0;
      for (let j = 0; j < k; j++) eta += beta[j]! * rows[from + j]!;
      if (Math.abs(eta) > furthest) furthest = Math.abs(eta);
      const p = 1 / (1 + Math.exp(-eta));
      fitted[i] = p;
      const w = positives[i]! + negatives[i]!;
      const residual = positives[i]! - w * p;
      const variance = w * p * (1 - p);
      for (let a = 0; a < k; a++) {
        gradient[a]! += residual * rows[from + a]!;
        const vx = variance * rows[from + a]!;
        const line = information[a]!;
        for (let b = 0; b <= a; b++) line[b]! += vx * rows[from + b]!;
      }
    }
    // A fit that runs off to certainty is for the search that can tell.
    if (!(furthest < 25)) return undefined;
    const lower = cholesky(information);
    if (lower === undefined) return undefined;
    const move = solveCholesky(lower, gradient);
    let size = 0;
    for (let j = 0; j < k; j++) {
      beta[j]! += move[j]!;
      size = Math.max(size, Math.abs(move[j]!) / Math.max(1, Math.abs(beta[j]!)));
    }
    if (size < SETTLED) return fitted;
  }
  return undefined;
}
