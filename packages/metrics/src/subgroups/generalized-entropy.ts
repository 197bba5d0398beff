import type { FlagCounts } from "../threshold/flag-counts.ts";
import { sum } from "../numeric/sum.ts";
import { type Undefined, undefinedBecause } from "../result.ts";

export interface GeneralizedEntropy {
  /** GE(2): half the squared coefficient of variation of the benefit. */
  readonly squared: number;
  /** GE(1), Theil's index. */
  readonly theil: number;
  /** The parts of GE(2) between and within subgroups; they sum to it. */
  readonly squaredBetween: number;
  readonly squaredWithin: number;
  readonly theilBetween: number;
  /** Standard deviation / mean of the benefit, √(2 GE(2)). */
  readonly coefficientOfVariation: number;
  /** 2√GE(2), which AIF360 prints under the name of the coefficient of variation; √2 times it. */
  readonly aif360Coefficient: number;
}

/**
 * Inequality of "benefit" over patients, benefit being flag − outcome + 1: 2 for a false alarm, 1 where flag and outcome
 * agree, 0 for a missed event.
 *
 * For an appendix only. That a false alarm is twice the benefit of a correct decision is an assumption that few
 * clinicians share, and the index moves with prevalence.
 *
 * Undefined  NO_ROWS without rows; ZERO_DENOMINATOR where every row is a missed event and nobody has a benefit.
 *
 * @see Speicher et al. (2018) KDD, doi:10.1145/3219819.3220046.
 */
export function generalizedEntropy(groups: readonly FlagCounts[]): GeneralizedEntropy | Undefined {
  const filled = groups.map(benefits).filter((g) => g.rows > 0);
  const rows = sum(filled.map((g) => g.rows));
  const mean = sum(filled.map((g) => g.total)) / rows;
  if (rows === 0) return undefinedBecause("NO_ROWS");
  if (mean === 0) return undefinedBecause("ZERO_DENOMINATOR");
  const average = (terms: readonly (readonly [weight: number, benefit: number])[], f: (r: number) => number): number =>
    sum(terms.map(([weight, benefit]) => weight * f(benefit / mean))) / rows;
  const all = filled.flatMap((g) => g.counts);
  const between = filled.map((g) => [g.rows, g.total / g.rows] as const);
  const square = (r: number): number => (r - 1) ** 2 / 2;
  const theil = (r: number): number => (r > 0 ? r * Math.log(r) : 0);
  const squared = average(all, square);
  const squaredBetween = average(between, square);
  return {
    squared,
    theil: average(all, theil),
    squaredBetween,
    squaredWithin: squared - squaredBetween,
    theilBetween: average(between, theil),
    coefficientOfVariation: Math.sqrt(2 * squared),
    aif360Coefficient: 2 * Math.sqrt(squared),
  };
}

function benefits({ truePositives, falsePositives, falseNegatives, trueNegatives }: FlagCounts): {
  readonly rows: number;
  readonly total: number;
  readonly counts: readonly (readonly [number, number])[];
} {
  const correct = truePositives + trueNegatives;
  return {
    rows: correct + falsePositives + falseNegatives,
    total: correct + 2 * falsePositives,
    counts: [
      [falseNegatives, 0],
      [correct, 1],
      [falsePositives, 2],
    ],
  };
}
