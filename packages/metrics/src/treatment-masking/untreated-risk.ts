import { type Effect, effectOf } from "../inference/effect.ts";
import { MINIMUM_EFFECTIVE_ROWS, type Positivity, type UntreatedWeights } from "./untreated-weights.ts";

export interface UntreatedRiskOfLevel {
  /** Risk had nobody in this level of the factor been treated. */
  readonly risk: number;
  /** Stacked: with the treatment model's own estimation in it. */
  readonly standardError: number | null;
  readonly interval: Effect["interval"];
  readonly fixedWeightsStandardError: number | null;
  readonly positivity: Positivity;
}

export interface UntreatedRisk {
  readonly with: UntreatedRiskOfLevel;
  readonly without: UntreatedRiskOfLevel;
  /** with − without. */
  readonly difference: Effect;
  readonly ratio: number | null;
  /** The difference with weights cut at their 99th percentile: where it moves much, a few patients carry the result. */
  readonly differenceTruncated: number;
  /** The difference with weights cut at lower and lower percentiles of the untreated rows' weights. */
  readonly truncation: readonly {
    readonly percentile: number;
    readonly difference: number;
    readonly maximumWeight: number;
  }[];
  /** Whether each level has effective untreated rows enough to conclude anything. */
  readonly assessable: boolean;
}

/** Percentiles at which weights are cut, to see how much hangs on a few patients; 1: not cut. */
const TRUNCATIONS = [1, 0.99, 0.975, 0.95, 0.9] as const;

/**
 * Risk by the level of a factor had nobody been treated: Hájek's mean of the outcome over the untreated, each weighted
 * by 1/(1 − chance of treatment). It is what triage needs to know and what outcomes under usual care do not show.
 */
export function untreatedRisk(weights: UntreatedWeights, level: number): UntreatedRisk {
  const { rows, weight, positivity } = weights;
  const degreesOfFreedom = weights.variance(rows.outcome).degreesOfFreedom;
  const levels = ([0, 1] as const).map((f) => {
    const { risk, share } = hajek(weight, rows, f);
    const effect = effectOf(risk, weights.variance(share).variance, { level, degreesOfFreedom });
    const fixed = effectOf(risk, weights.varianceFixedWeights(share).variance, { level, degreesOfFreedom });
    return { share, risk, effect, fixed, positivity: positivity.byFactor[f] };
  });
  const [absent, present] = levels as [(typeof levels)[0], (typeof levels)[0]];
  const both = present.share.map((h, i) => h - absent.share[i]!);
  const cut = weights.truncated(0.99);
  return {
    with: levelOf(present),
    without: levelOf(absent),
    difference: effectOf(present.risk - absent.risk, weights.variance(both).variance, { level, degreesOfFreedom }),
    ratio: absent.risk === 0 ? null : present.risk / absent.risk,
    differenceTruncated: hajek(cut, rows, 1).risk - hajek(cut, rows, 0).risk,
    truncation: TRUNCATIONS.map((percentile) => {
      const at = percentile === 1 ? weight : weights.truncated(percentile);
      return {
        percentile,
        difference: hajek(at, rows, 1).risk - hajek(at, rows, 0).risk,
        maximumWeight: at.reduce((most, w) => Math.max(most, w), 0),
      };
    }),
    assessable: levels.every((l) => l.positivity.effectiveRows >= MINIMUM_EFFECTIVE_ROWS),
  };
}

function levelOf({
  risk,
  effect,
  fixed,
  positivity,
}: {
  readonly risk: number;
  readonly effect: Effect;
  readonly fixed: Effect;
  readonly positivity: Positivity;
}): UntreatedRiskOfLevel {
  return {
    risk,
    standardError: effect.standardError,
    interval: effect.interval,
    fixedWeightsStandardError: fixed.standardError,
    positivity,
  };
}

/** The weighted mean outcome in one level, and h with Σ weight × h its error. */
function hajek(
  weight: Float64Array,
  { outcome, factor }: { readonly outcome: Float64Array; readonly factor: Float64Array },
  level: 0 | 1,
) {
  let whole = 0;
  let events = 0;
  for (let i = 0; i < weight.length; i++) {
    if (factor[i] !== level) continue;
    whole += weight[i]!;
    events += weight[i]! * outcome[i]!;
  }
  const risk = events / whole;
  return { risk, share: outcome.map((y, i) => (factor[i] === level ? (y - risk) / whole : 0)) };
}
