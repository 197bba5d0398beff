import { countScores } from "../count-scores.ts";
import { delong } from "../discrimination/delong.ts";
import { influenceVariance, type InfluenceVariance } from "../inference/influence.ts";
import { studentTQuantile } from "../numeric/student-t.ts";
import { type Interval, type Undefined, undefinedBecause } from "../result.ts";
import type { Positivity, UntreatedWeights } from "./untreated-weights.ts";

/** How a model does against one world: what happened, or what would have happened had nobody been treated. */
export interface PerformanceUnder {
  readonly auroc: number | Undefined;
  readonly brierScore: number;
  readonly observedExpected: ObservedExpectedUnder | Undefined;
  /** The same, among rows with the factor and among those without. */
  readonly observedExpectedWith: ObservedExpectedUnder | Undefined;
  readonly observedExpectedWithout: ObservedExpectedUnder | Undefined;
}

export interface ObservedExpectedUnder {
  readonly value: number;
  readonly interval: Interval | null;
  readonly observedRisk: number;
  readonly expectedRisk: number;
}

export interface CounterfactualPerformance {
  /** Under usual care, all rows. */
  readonly factual: PerformanceUnder;
  /** Had nobody been treated: the untreated, weighted. */
  readonly untreated: PerformanceUnder;
  /** Among the untreated as they are: unlike all patients, so no estimate of either world. */
  readonly untreatedUnweighted: { readonly auroc: number | Undefined };
  readonly positivity: Positivity;
}

/**
 * A model's performance under usual care and had nobody been treated. A model can be right about the first, and so pass
 * every audit of outcomes, and far too low about the second for those whose risk is treated away.
 *
 * `prediction[i]` is parallel to the columns given to `untreatedWeights`; NaN is not allowed among complete rows.
 * Undefined: NOT_A_PROBABILITY where a prediction is outside [0, 1] or missing.
 * @see Boyer, Dahabreh & Steingrimsson (2025) Stat Med, arXiv:2308.13026; Keogh & van Geloven (2024) Epidemiology 35:329.
 */
export function counterfactualPerformance(
  weights: UntreatedWeights,
  prediction: Float64Array,
  level: number,
): CounterfactualPerformance | Undefined {
  const { rows } = weights;
  const p = Float64Array.from(rows.index, (i) => prediction[i]!);
  if (!p.every((v) => v >= 0 && v <= 1)) return undefinedBecause("NOT_A_PROBABILITY");
  const asTheyAre = rows.weight ?? rows.ones;
  const untreatedOnly = asTheyAre.map((w, i) => (rows.treatment[i] === 0 ? w : 0));
  const clusterOf = rows.cluster && ((k: number) => rows.cluster![k]!);
  const plain: Variance = (h) =>
    influenceVariance(
      asTheyAre.map((w, i) => w * h[i]!),
      clusterOf,
    );
  return {
    factual: performance(p, rows, asTheyAre, level, plain),
    untreated: performance(p, rows, weights.weight, level, (h) => weights.variance(h)),
    untreatedUnweighted: { auroc: weightedAuroc(p, rows.outcome, untreatedOnly) },
    positivity: weights.positivity.all,
  };
}

type Variance = (h: Float64Array) => InfluenceVariance;

function performance(
  p: Float64Array,
  { outcome, factor }: { readonly outcome: Float64Array; readonly factor: Float64Array },
  weight: Float64Array,
  level: number,
  variance: Variance,
): PerformanceUnder {
  let whole = 0;
  let squares = 0;
  weight.forEach((w, i) => {
    whole += w;
    squares += w * (p[i]! - outcome[i]!) ** 2;
  });
  const among = (f?: 0 | 1): ObservedExpectedUnder | Undefined => {
    const within = weight.map((w, i) => (f === undefined || factor[i] === f ? w : 0));
    return observedExpected(p, outcome, within, weight, level, variance);
  };
  return {
    auroc: weightedAuroc(p, outcome, weight),
    brierScore: squares / whole,
    observedExpected: among(),
    observedExpectedWith: among(1),
    observedExpectedWithout: among(0),
  };
}

/** Σ w y / Σ w p over rows with `within` > 0, its interval on the log scale. */
function observedExpected(
  p: Float64Array,
  outcome: Float64Array,
  within: Float64Array,
  weight: Float64Array,
  level: number,
  variance: Variance,
): ObservedExpectedUnder | Undefined {
  let whole = 0;
  let observed = 0;
  let expected = 0;
  within.forEach((w, i) => {
    whole += w;
    observed += w * outcome[i]!;
    expected += w * p[i]!;
  });
  if (whole === 0) return undefinedBecause("EMPTY_GROUP");
  if (expected === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const value = observed / expected;
  const h = within.map((w, i) => (w > 0 && weight[i]! > 0 ? outcome[i]! / observed - p[i]! / expected : 0));
  const ofLog = observed > 0 ? variance(h) : { variance: Number.NaN, degreesOfFreedom: Infinity };
  const reach = studentTQuantile(0.5 + level / 2, ofLog.degreesOfFreedom) * Math.sqrt(ofLog.variance);
  const interval: Interval | null =
    reach > 0 ? { low: value * Math.exp(-reach), high: value * Math.exp(reach), level, method: "log" } : null;
  return { value, interval, observedRisk: observed / whole, expectedRisk: expected / whole };
}

function weightedAuroc(p: Float64Array, outcome: Float64Array, weight: Float64Array): number | Undefined {
  const counts = countScores(p, outcome, weight);
  const both = counts.positives.some((w) => w > 0) && counts.negatives.some((w) => w > 0);
  return both ? delong(counts).value : undefinedBecause("ONE_CLASS");
}
