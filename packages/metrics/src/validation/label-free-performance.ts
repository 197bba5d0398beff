import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";
import { expectedAuroc } from "./expected-concordance.ts";

export interface LabelFreePerformance {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  readonly accuracy: number;
  /** Each `undefined` where its denominator is 0. */
  readonly sensitivity: number | undefined;
  readonly specificity: number | undefined;
  readonly ppv: number | undefined;
  readonly f1: number | undefined;
  readonly auroc: number | Undefined;
  readonly brier: number;
}

/**
 * What performance to expect at a threshold before outcomes are known, if the risks are calibrated (confidence-based
 * performance estimation).
 *
 * It cannot see that the relation of patients to outcomes has changed: it takes the model's word. Use it for the months
 * in which outcomes are still to come, and never as a validation. A risk at the threshold is flagged.
 *
 * `risk` are predictions of rows; missing ones are left out. Undefined: NO_ROWS; NOT_A_PROBABILITY.
 *
 * @see NannyML, confidence-based performance estimation; Białek et al (2024) arXiv:2407.08649.
 */
export function labelFreePerformance(risk: ArrayLike<number>, threshold: number): LabelFreePerformance | Undefined {
  const risks = Float64Array.from(risk).filter((p) => !Number.isNaN(p));
  if (risks.length === 0) return undefinedBecause("NO_ROWS");
  if (!risks.every((p) => p >= 0 && p <= 1)) return undefinedBecause("NOT_A_PROBABILITY");
  const flagged = risks.filter((p) => p >= threshold);
  const others = risks.filter((p) => !(p >= threshold));
  const truePositives = sum(flagged);
  const falsePositives = sum(flagged.map((p) => 1 - p));
  const falseNegatives = sum(others);
  const trueNegatives = sum(others.map((p) => 1 - p));
  return {
    truePositives,
    falsePositives,
    falseNegatives,
    trueNegatives,
    accuracy: (truePositives + trueNegatives) / risks.length,
    sensitivity: over(truePositives, truePositives + falseNegatives),
    specificity: over(trueNegatives, trueNegatives + falsePositives),
    ppv: over(truePositives, flagged.length),
    f1: over(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
    auroc: expectedAuroc({ risk: risks }),
    brier: sum(risks.map((p) => p * (1 - p))) / risks.length,
  };
}

function over(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined;
}
