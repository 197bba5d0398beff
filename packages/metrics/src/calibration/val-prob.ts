import type { ScoreCounts } from "@auscult/core";
import { totalsOf } from "../inference/totals.ts";
import { isUndefined, type Undefined, undefinedBecause } from "../result.ts";
import { logLikelihoodAt } from "./logistic-on-counts.ts";
import { logOddsOf, notPredictions } from "./predictions.ts";
import { recalibrate } from "./recalibration.ts";

/** Likelihood-based indices of predictions, as R's `rms::val.prob` names them. */
export interface ValProbIndices {
  /** Concordance, exact (val.prob's own is binned and off by about 1e-5). */
  readonly c: number;
  /** Somers' D of score and outcome: 2 (C − ½). */
  readonly dxy: number;
  /** Likelihood ratio χ² of the predictions as they are against the prevalence, and (χ² − 1)/n. */
  readonly discriminationChiSquared: number;
  readonly discrimination: number;
  /** Nagelkerke's R² of the predictions as they are. */
  readonly r2: number;
  /** What needs a slope; undefined where `recalibrate` is. */
  readonly recalibrated: RecalibratedIndices | Undefined;
}

export interface RecalibratedIndices {
  /** Likelihood ratio χ² of recalibration, and (χ² − 2)/n. */
  readonly unreliabilityChiSquared: number;
  readonly unreliability: number;
  /** D − U. */
  readonly quality: number;
  /** D and R² of the recalibrated predictions, which other programs report. */
  readonly discrimination: number;
  readonly r2: number;
}

/**
 * D, U, Q, R² and Dxy. D and R² judge the predictions as they are, which `val.prob` does and a refitted model does not.
 * ONE_CLASS with one class only; MISSING_INPUT for weighted counts; NOT_A_PROBABILITY; NO_ROWS.
 *
 * @see Harrell (2015) Regression Modeling Strategies, 2nd ed., ch. 10; Nagelkerke (1991) Biometrika 78:691-692.
 */
export function valProbIndices(counts: ScoreCounts): ValProbIndices | Undefined {
  const { rows: n, events, nonEvents, prevalence } = totalsOf(counts);
  if (events === 0 || nonEvents === 0) return undefinedBecause(n === 0 ? "NO_ROWS" : "ONE_CLASS");
  const fault = counts.weighted === undefined ? notPredictions(counts) : undefinedBecause("MISSING_INPUT");
  if (fault !== undefined) return fault;
  const none = events * Math.log(prevalence) + nonEvents * Math.log1p(-prevalence);
  const chiSquared = 2 * (logLikelihoodAt(counts, logOddsOf(counts).logOdds) - none);
  const nagelkerke = (x: number) => Math.expm1(-x / n) / Math.expm1((2 * none) / n);
  const c = concordance(counts, events, nonEvents);
  const discrimination = (chiSquared - 1) / n;
  const free = recalibrate(counts);
  const gained = isUndefined(free) ? 0 : 2 * (free.logLikelihood - none);
  const unreliability = (gained - chiSquared - 2) / n;
  return {
    c,
    dxy: 2 * (c - 0.5),
    discriminationChiSquared: chiSquared,
    discrimination,
    r2: nagelkerke(chiSquared),
    recalibrated: isUndefined(free)
      ? free
      : {
          unreliabilityChiSquared: gained - chiSquared,
          unreliability,
          quality: discrimination - unreliability,
          discrimination: (gained - 1) / n,
          r2: nagelkerke(gained),
        },
  };
}

function concordance({ positives, negatives }: ScoreCounts, events: number, nonEvents: number): number {
  let won = 0;
  let below = 0;
  for (let i = 0; i < positives.length; i++) {
    won += positives[i]! * (below + negatives[i]! / 2);
    below += negatives[i]!;
  }
  return won / events / nonEvents;
}
