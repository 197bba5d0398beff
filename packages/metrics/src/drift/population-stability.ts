import { chiSquaredQuantile, chiSquaredUpperTail } from "../numeric/chi-squared.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import type { BinnedSamples } from "./binned-samples.ts";

const SMOOTHING = 0.5;
const SMALLEST_SHARE = 1e-4;

export interface PopulationStability {
  /** With half a row added to each bin. */
  readonly psi: number;
  /** With shares of at least 0.0001, as vendors often give it: it jumps where a level is new. */
  readonly clipped: number;
  /** PSI / (1/n + 1/m): about χ² on one degree of freedom fewer than there are bins where nothing drifted. */
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** PSI that samples of these sizes exceed once in twenty times though nothing drifted. */
  readonly critical95: number;
}

/**
 * Population stability index of two binned samples, with what chance alone would give.
 *
 * The rule that 0.1 is some drift and 0.25 is much ignores the number of patients: with 100 and 100 and ten bins chance
 * alone exceeds 0.33 once in twenty times, with 5000 and 5000 it stays under 0.007. Compare with `critical95`.
 *
 * Undefined  NO_ROWS; CONSTANT_VALUE with one bin.
 * Assumes    independent rows; the approximation is poor where a bin expects fewer than about five.
 *
 * @see Yurdakul & Naranjo (2020) J Risk Model Valid 14(4); Siddiqi (2006) Credit Risk Scorecards.
 */
export function populationStability(samples: BinnedSamples): PopulationStability | Undefined {
  const { reference, current, referenceRows: n, currentRows: m } = samples;
  if (!(n > 0 && m > 0)) return undefinedBecause("NO_ROWS");
  const bins = reference.length;
  if (bins < 2) return undefinedBecause("CONSTANT_VALUE");
  const smoothed = (counts: Float64Array, rows: number) =>
    counts.map((c) => (c + SMOOTHING) / (rows + SMOOTHING * bins));
  const floored = (counts: Float64Array, rows: number) => counts.map((c) => Math.max(c / rows, SMALLEST_SHARE));
  const psi = symmetricDivergence(smoothed(reference, n), smoothed(current, m));
  const unit = 1 / n + 1 / m;
  const degreesOfFreedom = bins - 1;
  return {
    psi,
    clipped: symmetricDivergence(floored(reference, n), floored(current, m)),
    chiSquared: psi / unit,
    degreesOfFreedom,
    p: chiSquaredUpperTail(psi / unit, degreesOfFreedom),
    critical95: chiSquaredQuantile(0.95, degreesOfFreedom) * unit,
  };
}

function symmetricDivergence(p: Float64Array, q: Float64Array): number {
  return sum(p.map((share, i) => (q[i]! - share) * Math.log(q[i]! / share)));
}
