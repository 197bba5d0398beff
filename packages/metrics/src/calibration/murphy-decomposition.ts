import type { ScoreCounts } from "@auscult/core";
import { meanOverRows } from "../inference/mean-over-rows.ts";
import { totalsOf } from "../inference/totals.ts";
import { sum } from "../numeric/sum.ts";
import type { Undefined } from "../result.ts";
import { squaredError } from "./brier-score.ts";
import { type BinScheme, calibrationBins } from "./calibration-bins.ts";
import { notPredictions } from "./predictions.ts";

/** Brier = reliability − resolution + uncertainty + within-bin variance − within-bin covariance, exactly. */
export interface MurphyDecomposition {
  readonly brier: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly withinBinVariance: number;
  readonly withinBinCovariance: number;
  /** Less what chance adds in bins of finite size. */
  readonly debiased: { readonly reliability: number; readonly resolution: number; readonly uncertainty: number };
}

/**
 * Murphy's decomposition over bins with the two within-bin terms that make it exact, and its bias correction.
 *
 * @see Murphy (1973) J Appl Meteorol 12:595-600; Stephenson, Coelho & Jolliffe (2008) Weather Forecast 23:752-757;
 *      Ferro & Fricker (2012) Q J R Meteorol Soc 138:1954-1960.
 */
export function murphyDecomposition(
  counts: ScoreCounts,
  { bins, scheme }: { readonly bins: number; readonly scheme: BinScheme },
): MurphyDecomposition | Undefined {
  const fault = notPredictions(counts);
  if (fault !== undefined) return fault;
  const { score, positives, negatives } = counts;
  const { weight, prevalence } = totalsOf(counts);
  const found = calibrationBins(counts, bins, scheme);
  const mean = (of: (b: (typeof found)[number]) => number) => sum(found.map((b) => (b.weight / weight) * of(b)));
  const variance: number[] = [];
  const covariance: number[] = [];
  for (const { from, to, meanPrediction, observed } of found)
    for (let i = from; i < to; i++) {
      const d = score[i]! - meanPrediction;
      variance.push((positives[i]! + negatives[i]!) * d * d);
      covariance.push(2 * d * (positives[i]! * (1 - observed) - negatives[i]! * observed));
    }
  const reliability = mean((b) => (b.observed - b.meanPrediction) ** 2);
  const resolution = mean((b) => (b.observed - prevalence) ** 2);
  const uncertainty = prevalence * (1 - prevalence);
  const chance = mean((b) => b.variance ?? 0);
  const varianceOfPrevalence = meanOverRows(counts, (_, y) => y).standardError ** 2;
  return {
    brier: meanOverRows(counts, squaredError).value,
    reliability,
    resolution,
    uncertainty,
    withinBinVariance: sum(variance) / weight,
    withinBinCovariance: sum(covariance) / weight,
    debiased: {
      reliability: reliability - chance,
      resolution: resolution - chance + varianceOfPrevalence,
      uncertainty: uncertainty + varianceOfPrevalence,
    },
  };
}
